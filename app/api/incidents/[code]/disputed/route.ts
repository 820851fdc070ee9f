import { leaveDisputed } from '@/lib/operations/review/leave-disputed'
import { answer, json } from '../../../../_http/answer'
import { incidentCode } from '../../../../_http/path-parts'
import { readBody } from '../../../../_http/read-body'
import { disputedBody } from '../../../../_http/review-bodies'
import { viewerOf } from '../../../../_http/viewer'

export const POST = (request: Request, { params }: { params: Promise<{ code: string }> }) =>
  answer(request, async () => {
    const code = incidentCode((await params).code)
    const viewer = await viewerOf(request)
    const { version, set, why } = await readBody(request, disputedBody)
    return json(await leaveDisputed(viewer, code, version, set, why))
  })
