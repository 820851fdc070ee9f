import { openDraft, openInvitation } from '@/lib/operations/accounts/accept-invitation'
import { answer, json } from '../../../_http/answer'
import { askingOf } from '../../../_http/holder'
import { readBody } from '../../../_http/read-body'

/** Whom a link is for. Its token comes in the body: an address would stand in logs. */
export const POST = (request: Request) =>
  answer(request, async () => {
    const { token } = await readBody(request, openDraft)
    return json(await openInvitation(token, askingOf(request).address))
  })
