import { acceptDraft, acceptInvitation } from '@/lib/operations/accounts/accept-invitation'
import { signIn } from '@/lib/operations/accounts/sign-in'
import { answer, json } from '../../../_http/answer'
import { askingOf } from '../../../_http/holder'
import { readBody } from '../../../_http/read-body'
import { withCookies } from '../../../_http/with-cookies'

/** Uses a link once, and signs in; where the account has a second factor, that is still to come. */
export const POST = (request: Request) =>
  answer(request, async () => {
    const draft = await readBody(request, acceptDraft)
    const asking = askingOf(request)
    const email = await acceptInvitation(draft, asking.address)
    const { secondFactor, cookies } = await signIn({ email, password: draft.password }, asking)
    return withCookies(json({ secondFactor }, 201), cookies)
  })
