import { unlock, unlockDraft } from '@/lib/operations/accounts/unlock'
import { answer } from '../../../_http/answer'
import { askingOf, lockedHolderOf } from '../../../_http/holder'
import { readBody } from '../../../_http/read-body'

/** Opens the session again that was idle too long. */
export const POST = (request: Request) =>
  answer(request, async () => {
    const holder = await lockedHolderOf(request)
    const { password } = await readBody(request, unlockDraft)
    await unlock(holder, password, askingOf(request))
    return new Response(null, { status: 204 })
  })
