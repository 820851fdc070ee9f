import { useLocale, useTranslations } from 'next-intl'
import { chooseText } from '@/app/_ui/name-text'
import type { IncidentDetail } from '@/lib/analysis/incident-detail'

/** The summary in the reader's language, and the logger's note. */
export function SummarySection({ incident: { summary, note } }: { incident: IncidentDetail }) {
  const locale = useLocale()
  const t = useTranslations('incident')
  const chosen = chooseText(locale, summary)
  if (!chosen && !note) return null
  return (
    <section aria-label={t('summary')} className="grid max-w-prose gap-3">
      {chosen && (
        <p lang={chosen.language} dir="auto" className="whitespace-pre-line">
          {chosen.text}
        </p>
      )}
      {note && (
        <p dir="auto" className="whitespace-pre-line rounded bg-sunken px-3 py-2 text-sm">
          {note}
        </p>
      )}
    </section>
  )
}
