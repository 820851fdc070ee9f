import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { InvitationForm } from '../_account/invitation-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('invitation-title') }
}

/** `/invitation#TOKEN`: what stands behind # comes to no server, so the page asks by itself what the link is for. */
export default function InvitationPage() {
  return <InvitationForm />
}
