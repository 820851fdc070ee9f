import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { OutletText } from '@/app/_ui/outlet-text'
import { Quote } from '@/app/_ui/quote'
import type { DetailClaim } from '@/lib/analysis/incident-detail'
import { ClaimThread } from '../_review/comment-thread'
import type { Book } from './book'
import { SaidValue } from './said-value'
import { StatementLine } from './statement-line'

/** One claim: what it says, in whose words, and how it stands to the others. */
export function ClaimCard({ claim, book, thing }: { claim: DetailClaim; book: Book; thing?: ReactNode }) {
  const t = useTranslations('incident.claim')
  const statement = book.statements.get(claim.statement)
  const report = claim.report ? book.reports.get(claim.report) : undefined
  const void_ = claim.rejected || claim.supersededBy !== null
  return (
    <article
      id={claim.key}
      className={`grid content-start gap-2 rounded-lg border p-3 ${void_ ? 'border-line border-dashed bg-ground' : 'border-line bg-surface'}`}
    >
      {thing && <p className="text-muted text-sm">{thing}</p>}
      <p className={`font-semibold text-lg leading-snug ${void_ ? 'line-through decoration-1' : ''}`}>
        <SaidValue claim={claim} book={book} />
      </p>
      <Marks claim={claim} book={book} />
      {claim.quote && <Quote words={claim.quote} language={report?.language} />}
      {statement && (
        <p className="text-sm">
          <StatementLine statement={statement} book={book} />
        </p>
      )}
      <p className="text-muted text-sm">
        {report && (
          <a href={`#${report.key}`} className="underline">
            <OutletText outlet={report.outlet} />
          </a>
        )}
        {claim.stands && (
          <>
            {report && t('comma')}
            <bdi>{claim.stands}</bdi>
          </>
        )}
      </p>
      {claim.note && (
        <p dir="auto" className="whitespace-pre-line text-muted text-sm">
          {claim.note}
        </p>
      )}
      <ClaimThread claim={claim.key} />
    </article>
  )
}

/** Preferred, rejected, superseded, denied, denying, in an open conflict: each in words. */
function Marks({ claim, book }: { claim: DetailClaim; book: Book }) {
  const t = useTranslations('incident.claim')
  const denials = book.deniedBy.get(claim.key) ?? []
  const { says } = claim
  const marks: ReactNode[] = []
  if (says.subject === 'casualties' && says.preferred) marks.push(<Mark key="p">{t('preferred')}</Mark>)
  if (claim.rejected) {
    marks.push(
      <Mark key="r">
        {t('rejected')}
        {claim.rejectedWhy && (
          <>
            {': '}
            <bdi>{claim.rejectedWhy}</bdi>
          </>
        )}
      </Mark>,
    )
  }
  if (claim.supersededBy) {
    marks.push(
      <Mark key="s">
        <ClaimLink claim={claim.supersededBy}>{t('superseded')}</ClaimLink>
      </Mark>,
    )
  }
  for (const denial of denials) {
    marks.push(
      <Mark key={denial.key} warns>
        <ClaimLink claim={denial.key}>{t('denied')}</ClaimLink>
      </Mark>,
    )
  }
  if (claim.denies) {
    marks.push(
      <Mark key="d">
        <ClaimLink claim={claim.denies}>{t('denies')}</ClaimLink>
      </Mark>,
    )
  }
  if (book.undecided.has(claim.key)) {
    marks.push(
      <Mark key="c" warns>
        {t('in-conflict')}
      </Mark>,
    )
  }
  if (marks.length === 0) return null
  return <ul className="flex flex-wrap gap-1.5">{marks}</ul>
}

function Mark({ warns = false, children }: { warns?: boolean; children: ReactNode }) {
  const colours = warns ? 'bg-warn-soft text-warn' : 'bg-sunken text-ink'
  return <li className={`rounded px-1.5 text-sm ${colours}`}>{children}</li>
}

function ClaimLink({ claim, children }: { claim: string; children: ReactNode }) {
  return (
    <a href={`#${claim}`} className="underline">
      {children}
    </a>
  )
}
