import 'server-only'
import { asMember, type Holder } from '@/lib/access/holder'
import { writeAccessLog } from '@/lib/db/access-log'
import { database } from '@/lib/db/client'
import { auth } from './auth'
import type { Asking } from './sign-in'

/** Ends the session of the request, whoever holds it. Gives the cookies that take it away. */
export async function signOut(holder: Holder | null, { headers, address }: Asking): Promise<string[]> {
  const answer = await auth().api.signOut({ headers, asResponse: true })
  if (holder)
    await writeAccessLog(database(), asMember(holder), {
      action: 'sign-out',
      entity: 'user',
      entityId: holder.id,
      address,
    })
  return answer.headers.getSetCookie()
}
