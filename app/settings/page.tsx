import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { mayAdminister } from '@/lib/access/questions'
import { installationSettings } from '@/lib/operations/settings'
import { SettingsForm } from '../_account/settings-form'
import { forPage } from '../_http/page-failure'
import { pageViewer } from '../_http/page-viewer'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('pages.settings') }
}

/** What holds in the whole installation; for administrators. */
export default async function SettingsPage() {
  const viewer = await pageViewer('/settings')
  if (!mayAdminister(viewer)) notFound()
  const [t, settings] = await Promise.all([getTranslations('account'), forPage(installationSettings())])
  return (
    <div className="mx-auto grid max-w-3xl gap-6 px-4 py-8">
      <h1 className="font-bold text-2xl">{t('pages.settings')}</h1>
      <SettingsForm settings={settings} />
    </div>
  )
}
