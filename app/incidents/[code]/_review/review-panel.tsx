import { useLocale, useTranslations } from 'next-intl'
import { formatInstant } from '@/app/_ui/format'
import type { IncidentDetail } from '@/lib/analysis/incident-detail'
import type { ReviewOfIncident } from '@/lib/operations/review/read-review'
import { StepButtons } from './step-buttons'

/** Where the incident stands on its way to the readers, how it came there, and what can be done with it now. */
export function ReviewPanel({ incident, review }: { incident: IncidentDetail; review: ReviewOfIncident }) {
  const locale = useLocale()
  const t = useTranslations('review')
  const lists = useTranslations('list.status')
  const [last] = review.taken
  return (
    <section aria-labelledby="review-title" className="grid gap-2 rounded-lg border border-line p-3">
      <h2 id="review-title" className="font-semibold">
        {t('title', { status: lists(incident.status) })}
      </h2>
      {last && (
        <div className="text-sm">
          <p className="text-muted">
            {t(`taken.${last.step}`, { who: last.by, at: formatInstant(locale, new Date(last.at)) })}
            {last.step === 'verify' && last.secondPerson && ` ${t('second-person')}`}
          </p>
          {last.note && (
            <p dir="auto" className="whitespace-pre-line">
              {last.note}
            </p>
          )}
        </div>
      )}
      <StepButtons code={incident.code} version={incident.version} steps={review.steps} />
    </section>
  )
}

/** What readers are told of how the incident came before them. */
export function ReviewFacts({ incident: { review } }: { incident: IncidentDetail }) {
  const locale = useLocale()
  const t = useTranslations('review.facts')
  if (!review) return null
  return (
    <p className="text-muted text-sm">
      {t('published', { at: formatInstant(locale, new Date(review.publishedAt)) })}{' '}
      {t(review.secondPerson ? 'second-person' : 'one-person')}
      {review.changedSince && <strong className="text-warn"> {t('changed-since')}</strong>}
    </p>
  )
}
