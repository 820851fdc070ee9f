import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { mayRead } from '@/lib/access/questions'
import type { Viewer } from '@/lib/access/viewer'
import { whoAsks } from '@/lib/operations/accounts/who-asks'
import { forPage } from './page-failure'

/** Who asks for the page, found out once a request; for parts that are shown to everybody. */
export const pageAsker = cache(async (): Promise<Viewer> => {
  const jar = await cookies()
  return await forPage(whoAsks({ cookie: (name) => jar.get(name)?.value }))
})

/** Who asks for the page at `path`. Somebody who may read nothing is led to the sign-in, and from there to `path`. */
export async function pageViewer(path: string): Promise<Viewer> {
  const viewer = await pageAsker()
  if (viewer.kind === 'anonymous' && !mayRead(viewer)) redirect(`/sign-in?return=${encodeURIComponent(path)}`)
  return viewer
}
