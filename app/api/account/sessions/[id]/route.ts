import { endSession } from '@/lib/operations/accounts/sessions'
import { answer } from '../../../../_http/answer'
import { askingOf, holderOf } from '../../../../_http/holder'

/** Ends one of one's own sessions. */
export const DELETE = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  answer(request, async () => {
    await endSession(await holderOf(request), (await params).id.slice(0, 100), askingOf(request).address)
    return new Response(null, { status: 204 })
  })
