import { unlock, unlockDraft } from '@/lib/operations/accounts/unlock'
import { Refusal } from '@/lib/problem'
import { answer } from '../../../_http/answer'
import { anyHolderOf, askingOf } from '../../../_http/holder'
import { readBody } from '../../../_http/read-body'

/** Opens the session again that was idle too long. */
export const POST = (request: Request) =>
  answer(request, async () => {
    const holder = await anyHolderOf(request)
    if (!holder) throw new Refusal('unauthenticated', [{ path: [], code: 'sign-in-needed' }])
    const { password } = await readBody(request, unlockDraft)
    await unlock(holder, password, askingOf(request))
    return new Response(null, { status: 204 })
  })
