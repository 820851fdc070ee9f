import Link from 'next/link'
import { useTranslations } from 'next-intl'

export default function IncidentNotFound() {
  const t = useTranslations('incident.not-found')
  const common = useTranslations('common.not-found')
  return (
    <div className="mx-auto max-w-xl px-4 py-16">
      <h1 className="mb-3 font-bold text-2xl">{t('title')}</h1>
      <p className="mb-6 text-muted">{t('body')}</p>
      <Link href="/timeline" className="rounded bg-accent px-4 py-2 font-medium text-accent-ink">
        {common('home')}
      </Link>
    </div>
  )
}
