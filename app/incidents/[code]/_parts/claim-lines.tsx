import { useTranslations } from 'next-intl'
import { Quote } from '@/app/_ui/quote'
import type { DetailClaim } from '@/lib/analysis/incident-detail'
import type { Book } from './book'
import { SaidValue } from './said-value'
import { StatementLine } from './statement-line'

/** Claims in short, each leading to its card. */
export function ClaimLines({ claims, book }: { claims: DetailClaim[]; book: Book }) {
  const t = useTranslations('incident')
  if (claims.length === 0) return <p className="text-muted text-sm">{t('no-own-claims')}</p>
  return (
    <ul className="grid gap-2 text-sm">
      {claims.map((claim) => {
        const statement = book.statements.get(claim.statement)
        return (
          <li key={claim.key} className="grid gap-1 rounded bg-ground px-2 py-1.5">
            <span>
              <a href={`#${claim.key}`} className="font-semibold text-accent underline">
                <SaidValue claim={claim} book={book} />
              </a>
              {statement && (
                <>
                  {' · '}
                  <StatementLine statement={statement} book={book} />
                </>
              )}
            </span>
            {claim.quote && <Quote words={claim.quote} language={languageOfClaim(claim, book)} />}
          </li>
        )
      })}
    </ul>
  )
}

/** The language of the report that retells the claim, of which its quote is. */
const languageOfClaim = (claim: DetailClaim, book: Book): string | undefined =>
  claim.report === null ? undefined : book.reports.get(claim.report)?.language
