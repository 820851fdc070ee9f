import { changePassword, passwordChange } from '@/lib/operations/accounts/change-password'
import { answer, json } from '../../../_http/answer'
import { askingOf, holderOf } from '../../../_http/holder'
import { readBody } from '../../../_http/read-body'
import { withCookies } from '../../../_http/with-cookies'

/** Another password, with the one there is; all other sessions end. */
export const POST = (request: Request) =>
  answer(request, async () => {
    const holder = await holderOf(request)
    const change = await readBody(request, passwordChange)
    return withCookies(json({ changed: true }), await changePassword(holder, change, askingOf(request)))
  })
