import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DoorPage } from '../_account/door-page'
import { UnlockHere } from '../_account/unlock-here'
import { pageAsker } from '../_http/page-viewer'
import { safeReturnPath } from '../_http/return-path'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('unlock-title') }
}

type Search = Promise<Record<string, string | string[] | undefined>>

/** Where a session that was idle too long gets the password again. */
export default async function UnlockPage({ searchParams }: { searchParams: Search }) {
  const [t, asked, viewer] = await Promise.all([getTranslations('account'), searchParams, pageAsker()])
  const to = safeReturnPath(typeof asked.return === 'string' ? asked.return : null)
  if (viewer.kind !== 'anonymous' || viewer.halt !== 'locked') redirect(to)
  return (
    <DoorPage title={t('unlock-title')} intro={t('unlock-intro')}>
      <UnlockHere to={to} />
    </DoorPage>
  )
}
