import { passwordOnly, renewRecoveryCodes } from '@/lib/operations/accounts/second-factor'
import { answer, json } from '../../../_http/answer'
import { askingOf, holderOf } from '../../../_http/holder'
import { readBody } from '../../../_http/read-body'

/** New recovery codes; this answer alone holds them. */
export const POST = (request: Request) =>
  answer(request, async () => {
    const holder = await holderOf(request)
    const { password } = await readBody(request, passwordOnly)
    return json({ recoveryCodes: await renewRecoveryCodes(holder, password, askingOf(request)) }, 201)
  })
