import { signIn, signInDraft } from '@/lib/operations/accounts/sign-in'
import { answer, json } from '../../../_http/answer'
import { askingOf } from '../../../_http/holder'
import { readBody } from '../../../_http/read-body'
import { withCookies } from '../../../_http/with-cookies'

export const POST = (request: Request) =>
  answer(request, async () => {
    const { secondFactor, cookies } = await signIn(await readBody(request, signInDraft), askingOf(request))
    return withCookies(json({ secondFactor }), cookies)
  })
