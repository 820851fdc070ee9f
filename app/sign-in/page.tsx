import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { isClaimed } from '@/lib/operations/accounts/claim-installation'
import { DoorPage } from '../_account/door-page'
import { SignInForm } from '../_account/sign-in-form'
import { forPage } from '../_http/page-failure'
import { pageAsker } from '../_http/page-viewer'
import { safeReturnPath } from '../_http/return-path'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('sign-in') }
}

type Search = Promise<Record<string, string | string[] | undefined>>

/** `/sign-in?return=/incidents/LY-2017-7KQ4` */
export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const [t, asked, viewer] = await Promise.all([getTranslations('account'), searchParams, pageAsker()])
  const to = safeReturnPath(typeof asked.return === 'string' ? asked.return : null)
  if (viewer.kind === 'member') redirect(to)
  if (!(await forPage(isClaimed())))
    return (
      <DoorPage title={t('sign-in')} intro={t('not-claimed')}>
        <Link href="/claim" className="rounded bg-accent px-4 py-2 text-center font-medium text-accent-ink">
          {t('claim')}
        </Link>
      </DoorPage>
    )
  return (
    <DoorPage title={t('sign-in')} intro={t('sign-in-intro')}>
      <SignInForm to={to} />
    </DoorPage>
  )
}
