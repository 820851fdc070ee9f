import type { Viewer } from '@/lib/access/viewer'
import type { ReviewStep } from '@/lib/incident/review'
import { type Problem, Refusal } from '@/lib/problem'
import { type Moved, moveIncident } from './move-incident'
import { undoStep } from './undo-step'

/** How one of several incidents fared. */
export type MovedOrNot = Moved | { code: string; problems: Problem[] }

/**
 * Takes each of these incidents the same step, or back from it, each in a transaction of its own: one that cannot go
 * does not hold up the others. Says of each how it fared, in their order.
 */
export async function moveIncidents(
  viewer: Viewer,
  incidents: readonly { code: string; version: number }[],
  step: ReviewStep | 'undo',
  note: string | null,
): Promise<MovedOrNot[]> {
  const moved: MovedOrNot[] = []
  for (const { code, version } of incidents) {
    try {
      moved.push(
        step === 'undo'
          ? await undoStep(viewer, code, version)
          : await moveIncident(viewer, code, version, step, note),
      )
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      moved.push({ code, problems: error.problems })
    }
  }
  return moved
}
