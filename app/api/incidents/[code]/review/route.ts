import { moveIncident } from '@/lib/operations/review/move-incident'
import { undoStep } from '@/lib/operations/review/undo-step'
import { answer, json } from '../../../../_http/answer'
import { incidentCode } from '../../../../_http/path-parts'
import { readBody } from '../../../../_http/read-body'
import { stepBody } from '../../../../_http/review-bodies'
import { viewerOf } from '../../../../_http/viewer'

export const POST = (request: Request, { params }: { params: Promise<{ code: string }> }) =>
  answer(request, async () => {
    const code = incidentCode((await params).code)
    const viewer = await viewerOf(request)
    const { version, step, note } = await readBody(request, stepBody)
    return json(
      step === 'undo'
        ? await undoStep(viewer, code, version)
        : await moveIncident(viewer, code, version, step, note),
    )
  })
