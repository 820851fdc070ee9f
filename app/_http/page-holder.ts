import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import type { Holder } from '@/lib/access/holder'
import { whoHolds } from '@/lib/operations/accounts/who-asks'
import { forPage } from './page-failure'

/** Whose account the page at `path` is about. Leads to the sign-in, or to give the password again, and from there back. */
export async function pageHolder(path: string): Promise<Holder> {
  const jar = await cookies()
  const holder = await forPage(whoHolds({ cookie: (name) => jar.get(name)?.value }))
  if (holder && holder.halt !== 'locked') return holder
  redirect(`/${holder ? 'unlock' : 'sign-in'}?return=${encodeURIComponent(path)}`)
}
