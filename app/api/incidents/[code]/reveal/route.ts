import { revealProtected, revealReason } from '@/lib/operations/reveal-protected'
import { answer, json } from '../../../../_http/answer'
import { incidentCode } from '../../../../_http/path-parts'
import { addressOf } from '../../../../_http/rate-limit'
import { readBody } from '../../../../_http/read-body'
import { viewerOf } from '../../../../_http/viewer'

/** What is protected of an incident, for a reason that is kept. By POST: nothing of it belongs in an address or a cache. */
export const POST = (request: Request, { params }: { params: Promise<{ code: string }> }) =>
  answer(request, async () => {
    const viewer = await viewerOf(request)
    const code = incidentCode((await params).code)
    const { why } = await readBody(request, revealReason)
    return json(await revealProtected(viewer, code, { why, address: addressOf(request) }))
  })
