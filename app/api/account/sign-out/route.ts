import { signOut } from '@/lib/operations/accounts/sign-out'
import { answer } from '../../../_http/answer'
import { anyHolderOf, askingOf } from '../../../_http/holder'
import { withCookies } from '../../../_http/with-cookies'

/** Ends the session, and has the browser drop what it keeps of us, but for the cookies of language and colours. */
export const POST = (request: Request) =>
  answer(request, async () => {
    const cookies = await signOut(await anyHolderOf(request), askingOf(request))
    const headers = { 'clear-site-data': '"cache", "storage"' }
    return withCookies(new Response(null, { status: 204, headers }), cookies)
  })
