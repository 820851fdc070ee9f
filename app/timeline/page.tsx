import { getTranslations } from 'next-intl/server'

export default async function TimelinePage() {
  const t = await getTranslations('common')
  return <h1 className="p-4 font-bold text-2xl">{t('nav.timeline')}</h1>
}
