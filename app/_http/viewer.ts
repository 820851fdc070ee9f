import { mayRead } from '@/lib/access/questions'
import type { Viewer } from '@/lib/access/viewer'
import { whoAsks } from '@/lib/operations/accounts/who-asks'
import { Refusal } from '@/lib/problem'
import { cookiesOf } from './cookies'

/** Who sent the request. Refuses with `unauthenticated` somebody who may read nothing at all. */
export async function viewerOf(request: Request): Promise<Viewer> {
  const viewer = await askerOf(request)
  if (viewer.kind === 'anonymous' && !mayRead(viewer))
    throw new Refusal('unauthenticated', [{ path: [], code: 'sign-in-needed' }])
  return viewer
}

/** The same for doors that are open to somebody not signed in. */
export const askerOf = (request: Request): Promise<Viewer> => whoAsks({ cookie: cookiesOf(request) })
