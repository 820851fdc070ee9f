import { copyChoices, redactIncident } from '@/lib/operations/redact-incident'
import { answer, json } from '../../../../_http/answer'
import { incidentCode } from '../../../../_http/path-parts'
import { readBody } from '../../../../_http/read-body'
import { viewerOf } from '../../../../_http/viewer'

export const POST = (request: Request, { params }: { params: Promise<{ code: string }> }) =>
  answer(request, async () => {
    const viewer = await viewerOf(request)
    const code = incidentCode((await params).code)
    return json(await redactIncident(viewer, code, await readBody(request, copyChoices)), 201)
  })
