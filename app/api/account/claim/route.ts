import { claimDraft, claimInstallation } from '@/lib/operations/accounts/claim-installation'
import { signIn } from '@/lib/operations/accounts/sign-in'
import { answer, json } from '../../../_http/answer'
import { askingOf } from '../../../_http/holder'
import { readBody } from '../../../_http/read-body'
import { withCookies } from '../../../_http/with-cookies'

/** The keeper makes the first account with the code that the start printed, and is signed in. */
export const POST = (request: Request) =>
  answer(request, async () => {
    const draft = await readBody(request, claimDraft)
    const asking = askingOf(request)
    await claimInstallation(draft, asking.address)
    const { cookies } = await signIn(draft, asking)
    return withCookies(json({ claimed: true }, 201), cookies)
  })
