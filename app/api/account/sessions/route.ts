import { endOtherSessions, listSessions } from '@/lib/operations/accounts/sessions'
import { answer, json } from '../../../_http/answer'
import { askingOf, holderOf } from '../../../_http/holder'

/** One's own open sessions. */
export const GET = (request: Request) =>
  answer(request, async () => json({ sessions: await listSessions(await holderOf(request)) }))

/** Ends all but the one that asks. */
export const DELETE = (request: Request) =>
  answer(request, async () => {
    await endOtherSessions(await holderOf(request), askingOf(request).address)
    return new Response(null, { status: 204 })
  })
