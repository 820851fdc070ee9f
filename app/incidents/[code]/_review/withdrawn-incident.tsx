import { useLocale, useTranslations } from 'next-intl'
import { formatInstant } from '@/app/_ui/format'
import type { Withdrawal } from '@/lib/analysis/incident-detail'

/** All that is left before its readers of an incident that was withdrawn. */
export function WithdrawnIncident({ withdrawal: { code, at, note } }: { withdrawal: Withdrawal }) {
  const locale = useLocale()
  const t = useTranslations('review.withdrawn')
  return (
    <div className="mx-auto grid max-w-xl gap-3 px-4 py-12">
      <h1 className="font-bold text-2xl">{t('title', { code })}</h1>
      <p className="text-muted">{t('at', { at: formatInstant(locale, new Date(at)) })}</p>
      <p dir="auto" className="whitespace-pre-line">
        {note}
      </p>
      <p className="text-muted">{t('counts-nowhere')}</p>
    </div>
  )
}
