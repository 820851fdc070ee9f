import { useLocale, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { formatInstant } from '@/app/_ui/format'
import { Quote } from '@/app/_ui/quote'
import type { DetailConflictSet, IncidentDetail } from '@/lib/analysis/incident-detail'
import { LeaveDisputed } from '../_review/leave-disputed'
import type { Book } from './book'
import { Thing } from './claims-section'
import { SaidValue } from './said-value'
import { Section } from './section'
import { StatementLine } from './statement-line'

/** Claims that cannot all be true, alternative beside alternative, and what was decided by whom and why. */
export function ConflictSets(props: { incident: IncidentDetail; book: Book; mayChange: boolean }) {
  const { incident, book, mayChange } = props
  const t = useTranslations('incident')
  if (incident.conflictSets.length === 0) return null
  return (
    <Section id="conflicts" title={t('conflicts')}>
      {incident.conflictSets.map((set) => (
        <ConflictSet key={set.key} set={set} book={book} incident={incident} mayChange={mayChange} />
      ))}
    </Section>
  )
}

interface SetProps {
  set: DetailConflictSet
  book: Book
  incident: IncidentDetail
  mayChange: boolean
}

function ConflictSet({ set, book, incident: { code, version }, mayChange }: SetProps) {
  const t = useTranslations('incident.conflict')
  const decided = set.decided !== null
  return (
    <div className={`grid gap-3 rounded-lg border-2 p-3 ${decided ? 'border-line' : 'border-warn'}`}>
      <p className="flex flex-wrap items-baseline gap-2">
        <span className="font-semibold">{t('cannot')}</span>
        {set.question && <bdi>{set.question}</bdi>}
        <span className={`rounded px-1.5 text-sm ${decided ? 'bg-accent-soft' : 'bg-warn-soft text-warn'}`}>
          {t(decided ? 'decided' : 'undecided')}
        </span>
      </p>
      <div className="flex flex-col items-stretch gap-2 sm:flex-row">
        {set.alternatives.map((alternative, index) => (
          <Fragment key={alternative.key}>
            {index > 0 && <span className="self-center px-1 font-semibold text-muted">{t('or')}</span>}
            <Alternative
              claims={alternative.claims}
              book={book}
              label={t('alternative', { n: index + 1 })}
              name={alternative.name}
              fate={decided ? (set.decided === alternative.key ? 'chosen' : 'not-chosen') : null}
            />
          </Fragment>
        ))}
      </div>
      <Decision set={set} />
      <LeftDisputed set={set} />
      {mayChange && (
        <p className="flex flex-wrap gap-x-4 gap-y-1 print:hidden">
          <a href={`/log?edit=${code}#${set.key}`} className="text-accent underline">
            {t(decided ? 'reopen' : 'decide')}
          </a>
          {!decided && (
            <LeaveDisputed code={code} version={version} set={set.key} left={set.leftDisputed !== null} />
          )}
        </p>
      )}
    </div>
  )
}

/** Who left it disputed, and why. */
function LeftDisputed({ set: { leftDisputed } }: { set: DetailConflictSet }) {
  const locale = useLocale()
  const t = useTranslations('review.disputed')
  if (!leftDisputed) return null
  const { by, at, why } = leftDisputed
  return (
    <p className="text-sm">
      {by === null ? t('left-plain') : t('left', { who: by, at: formatInstant(locale, new Date(at)) })}{' '}
      <bdi>{why}</bdi>
    </p>
  )
}

function Alternative(props: {
  claims: string[]
  book: Book
  label: string
  name: string | null
  fate: 'chosen' | 'not-chosen' | null
}) {
  const { claims, book, label, name, fate } = props
  const t = useTranslations('incident.conflict')
  const border = fate === 'chosen' ? 'border-accent bg-accent-soft' : 'border-line bg-surface'
  return (
    <section aria-label={label} className={`grid flex-1 content-start gap-3 rounded-lg border p-3 ${border}`}>
      <p className="text-muted text-sm">
        {label}
        {name && (
          <>
            {': '}
            <bdi className="font-medium text-ink">{name}</bdi>
          </>
        )}
        {fate && <strong className="text-ink"> — {t(fate)}</strong>}
      </p>
      {claims.map((key) => {
        const claim = book.claims.get(key)
        const statement = claim && book.statements.get(claim.statement)
        if (!claim) return null
        return (
          <div key={key} className="grid gap-1">
            <p className="text-sm">
              <Thing claim={claim} book={book} />
            </p>
            <p className="font-semibold text-lg leading-snug">
              <a href={`#${key}`} className="underline decoration-line-strong">
                <SaidValue claim={claim} book={book} />
              </a>
            </p>
            {claim.quote && <Quote words={claim.quote} />}
            {statement && (
              <p className="text-sm">
                <StatementLine statement={statement} book={book} />
              </p>
            )}
          </div>
        )
      })}
    </section>
  )
}

function Decision({ set }: { set: DetailConflictSet }) {
  const locale = useLocale()
  const t = useTranslations('incident.conflict')
  if (set.decided === null || set.decidedBy === null || set.decidedAt === null) {
    return <p className="text-muted text-sm">{t('effect')}</p>
  }
  const at = formatInstant(locale, new Date(set.decidedAt))
  return (
    <p className="text-sm">
      {t('decided-by', { who: set.decidedBy, at })}
      {set.decidedWhy && (
        <>
          {' '}
          <bdi>{set.decidedWhy}</bdi>
        </>
      )}
    </p>
  )
}
