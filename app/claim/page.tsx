import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { isClaimed } from '@/lib/operations/accounts/claim-installation'
import { ClaimForm } from '../_account/claim-form'
import { DoorPage } from '../_account/door-page'
import { forPage } from '../_http/page-failure'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('claim-title') }
}

/** Where the keeper makes the first account; once there is one, the sign-in. */
export default async function ClaimPage() {
  if (await forPage(isClaimed())) redirect('/sign-in')
  const t = await getTranslations('account')
  return (
    <DoorPage title={t('claim-title')} intro={t('claim-intro')}>
      <ClaimForm />
    </DoorPage>
  )
}
