import { confirmSignIn, signInCodeDraft } from '@/lib/operations/accounts/confirm-sign-in'
import { answer, json } from '../../../_http/answer'
import { cookiesOf } from '../../../_http/cookies'
import { askingOf } from '../../../_http/holder'
import { readBody } from '../../../_http/read-body'
import { withCookies } from '../../../_http/with-cookies'

/** The second step of a sign-in: a code of the authenticator, or a recovery code. */
export const POST = (request: Request) =>
  answer(request, async () => {
    const { code } = await readBody(request, signInCodeDraft)
    const cookies = await confirmSignIn(code, { cookie: cookiesOf(request) }, askingOf(request))
    return withCookies(json({ secondFactor: false }), cookies)
  })
