import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { formatInstant } from '@/app/_ui/format'
import { IncidentTitle } from '@/app/_ui/incident-title'
import type { WaitingMention } from '@/lib/operations/review/what-waits'

/** Comments that call the one signed in; opening one is seeing it. */
export function MentionList({ mentions }: { mentions: WaitingMention[] }) {
  const locale = useLocale()
  const t = useTranslations('review.queue')
  if (mentions.length === 0) return null
  return (
    <section aria-labelledby="mentions" className="grid gap-2">
      <h2 id="mentions" className="font-bold text-xl">
        {t('mentions')}
      </h2>
      <ul className="grid gap-2">
        {mentions.map(({ comment, incident, by, body, at }) => (
          <li key={comment} className="rounded border border-line bg-surface p-2">
            <p className="text-muted text-sm">
              {t('said', { who: by, at: formatInstant(locale, new Date(at)) })}
            </p>
            <p dir="auto" className="line-clamp-3 whitespace-pre-line">
              {body}
            </p>
            <Link
              href={`/incidents/${incident.code}#comment-${comment}`}
              prefetch={false}
              className="text-accent underline"
            >
              <IncidentTitle incident={incident} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
