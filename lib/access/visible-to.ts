import { type Visibility, visibilities } from '@/lib/incident/lists'
import type { Viewer } from './viewer'

/**
 * Which visibilities of incidents, reports, statements and claims the viewer may read. Asked by every read
 * (lib/db/visible-to.ts), so that a new kind of viewer is decided here and nowhere else.
 */
export function visibleTo(viewer: Viewer): readonly Visibility[] {
  switch (viewer.kind) {
    case 'owner':
      return visibilities
  }
}
