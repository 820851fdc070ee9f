import { signOut } from '@/lib/operations/accounts/sign-in'
import { answer } from '../../../_http/answer'
import { withCookies } from '../../../_http/with-cookies'

export const POST = (request: Request) =>
  answer(request, async () =>
    withCookies(new Response(null, { status: 204 }), await signOut(request.headers)),
  )
