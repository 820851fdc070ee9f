import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { mayRead } from '@/lib/access/questions'
import type { Halt, Viewer } from '@/lib/access/viewer'
import { whoAsks } from '@/lib/operations/accounts/who-asks'
import { forPage } from './page-failure'

/** Who asks for the page, found out once a request; for parts that are shown to everybody. */
export const pageAsker = cache(async (): Promise<Viewer> => {
  const jar = await cookies()
  return await forPage(whoAsks({ cookie: (name) => jar.get(name)?.value }))
})

/** Who asks for the page at `path`. Somebody who may read nothing is led to what they lack, and from there to `path`. */
export async function pageViewer(path: string): Promise<Viewer> {
  const viewer = await pageAsker()
  if (viewer.kind === 'anonymous' && !mayRead(viewer)) redirect(doorOf(viewer.halt, path))
  return viewer
}

/** Where somebody goes who may read nothing: to sign in, to give the password again, to set up a second factor. */
const doorOf = (halt: Halt | undefined, path: string) =>
  halt === 'second-factor-missing'
    ? '/account'
    : `/${halt === 'locked' ? 'unlock' : 'sign-in'}?return=${encodeURIComponent(path)}`
