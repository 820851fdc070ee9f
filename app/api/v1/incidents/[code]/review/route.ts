import { answerWrite, tell } from '@/app/_http/answer-write'
import { incidentCode } from '@/app/_http/path-parts'
import { etagOf, matchedVersion, underPrecondition } from '@/app/_http/precondition'
import { apiStepBody } from '@/app/_http/review-bodies'
import { moveIncident } from '@/lib/operations/review/move-incident'
import { undoStep } from '@/lib/operations/review/undo-step'

/** Takes a step of review, or the last one back, over the version that If-Match names. */
export const POST = (request: Request, { params }: { params: Promise<{ code: string }> }) =>
  answerWrite(request, apiStepBody, async (viewer, { step, note }) => {
    const version = matchedVersion(request)
    const code = incidentCode((await params).code)
    return async () => {
      const moved = await underPrecondition(() =>
        step === 'undo'
          ? undoStep(viewer, code, version)
          : moveIncident(viewer, code, version, step, note ?? null),
      )
      return tell(200, moved, { etag: etagOf(moved.version) })
    }
  })
