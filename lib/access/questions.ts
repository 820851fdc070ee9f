import { visibilities } from '@/lib/incident/lists'
import type { Viewer } from './viewer'
import { visibleTo } from './visible-to'

/** Does the viewer see whatever hangs on an incident? What a version holds bears no visibilities of its own. */
export const seesEverything = (viewer: Viewer): boolean => {
  const visible = visibleTo(viewer)
  return visibilities.every((one) => visible.includes(one))
}

/**
 * May the viewer log incidents, and change or delete those that are there? A change writes the whole incident: what its
 * author could not see would be lost.
 */
export const mayRecord = (viewer: Viewer): boolean => viewer.kind === 'owner' && seesEverything(viewer)
