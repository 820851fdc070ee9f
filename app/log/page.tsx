import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { mayRecord } from '@/lib/access/questions'
import { pageViewer } from '../_http/page-viewer'
import { LogPage } from './_form/log-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('log')
  return { title: t('title') }
}

type Search = Promise<Record<string, string | string[] | undefined>>

/** `/log`, `/log?draft=ID`, `/log?edit=CODE`, `/log?attach=CODE`. */
export default async function Page({ searchParams }: { searchParams: Search }) {
  const asked = await searchParams
  const viewer = await pageViewer('/log')
  if (!mayRecord(viewer)) redirect(viewer.kind === 'anonymous' ? '/sign-in?return=/log' : '/timeline')
  const one = (name: string) => {
    const value = asked[name]
    return typeof value === 'string' && /^[A-Za-z0-9-]{1,64}$/.test(value) ? value : undefined
  }
  return <LogPage draft={one('draft')} edit={one('edit')} attach={one('attach')} />
}
