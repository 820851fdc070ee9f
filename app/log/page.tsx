import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LogPage } from './_form/log-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('log')
  return { title: t('title') }
}

type Search = Promise<Record<string, string | string[] | undefined>>

/** `/log`, `/log?draft=ID`, `/log?edit=CODE`, `/log?attach=CODE`. */
export default async function Page({ searchParams }: { searchParams: Search }) {
  const asked = await searchParams
  const one = (name: string) => {
    const value = asked[name]
    return typeof value === 'string' && /^[A-Za-z0-9-]{1,64}$/.test(value) ? value : undefined
  }
  return <LogPage draft={one('draft')} edit={one('edit')} attach={one('attach')} />
}
