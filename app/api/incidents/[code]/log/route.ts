import { readIncidentLog } from '@/lib/operations/edit-incident'
import { revealProtected, revealReason } from '@/lib/operations/reveal-protected'
import { answer, json } from '../../../../_http/answer'
import { incidentCode } from '../../../../_http/path-parts'
import { addressOf } from '../../../../_http/rate-limit'
import { readBody } from '../../../../_http/read-body'
import { viewerOf } from '../../../../_http/viewer'

interface Context {
  params: Promise<{ code: string }>
}

/** The incident to be edited, what is protected of it masked; saved so, that stays as it is. */
export const GET = (request: Request, { params }: Context) =>
  answer(request, async () =>
    json({ log: await readIncidentLog(await viewerOf(request), incidentCode((await params).code)) }),
  )

/** The same with what is protected, for a reason that is kept. */
export const POST = (request: Request, { params }: Context) =>
  answer(request, async () => {
    const viewer = await viewerOf(request)
    const code = incidentCode((await params).code)
    const { why } = await readBody(request, revealReason)
    const { log } = await revealProtected(viewer, code, { why, address: addressOf(request) })
    return json({ log })
  })
