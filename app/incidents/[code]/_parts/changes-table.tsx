import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { OutletText } from '@/app/_ui/outlet-text'
import { WhenText } from '@/app/_ui/when-text'
import { PointText, WhereText } from '@/app/_ui/where-text'
import type { IncidentDetail } from '@/lib/analysis/incident-detail'
import { type Book, bookOf } from './book'
import { PartyName, SiteName } from './cell-label'
import { type Change, changesBetween } from './changes'
import { Thing } from './claims-section'
import { SaidValue } from './said-value'
import { StatementLine } from './statement-line'

/** The differences between a version and the next, field by field, both texts side by side. */
export function ChangesTable({ before, after }: { before: IncidentDetail; after: IncidentDetail }) {
  const t = useTranslations('incident.past')
  const fields = useTranslations('incident.field')
  const changes = changesBetween(before, after)
  if (changes.length === 0) return <p>{t('nothing')}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={t('next', { n: after.version })} tabIndex={0} className="overflow-x-auto">
      <table className="w-full min-w-[32rem] border-collapse text-sm">
        <caption className="pb-2 text-start font-semibold">{t('next', { n: after.version })}</caption>
        <thead>
          <tr className="text-start">
            {(['field', 'before', 'after'] as const).map((column) => (
              <th key={column} scope="col" className="border-line border-b px-2 py-1 text-start">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={`${change.field}${change.key}`} className="align-top">
              <th scope="row" className="border-line border-b px-2 py-1 text-start font-normal">
                {fields(change.field)}
              </th>
              <td className="border-line border-b px-2 py-1">
                <Side
                  change={change}
                  incident={before}
                  absent={change.key !== null && change.how === 'added'}
                />
              </td>
              <td className="border-line border-b px-2 py-1">
                <Side
                  change={change}
                  incident={after}
                  absent={change.key !== null && change.how === 'removed'}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Side({ change, incident, absent }: { change: Change; incident: IncidentDetail; absent: boolean }) {
  if (absent) return <>—</>
  return change.key === null ? (
    <SingleValue field={change.field} incident={incident} />
  ) : (
    <KeyedValue change={change} incident={incident} book={bookOf(incident)} />
  )
}

type Single = Extract<Change, { key: null }>['field']

function SingleValue({ field, incident }: { field: Single; incident: IncidentDetail }): ReactNode {
  const lists = useTranslations('list')
  const kinds = useTranslations('kind.kinds')
  const t = useTranslations('incident')
  const { title, summary, when, where, note } = incident
  const text = (words: string | null) => (words ? <span dir="auto">{words}</span> : '—')
  switch (field) {
    case 'title-ar':
      return text(title.ar)
    case 'title-en':
      return text(title.en)
    case 'summary-ar':
      return text(summary.ar)
    case 'summary-en':
      return text(summary.en)
    case 'note':
      return text(note)
    case 'kind':
      return kinds(incident.kind)
    case 'means':
      return incident.means.map((one) => lists(`means.${one}`)).join(t('comma')) || '—'
    case 'when':
      return <WhenText when={when} />
    case 'where':
      return (
        <>
          <WhereText place={where.place.names} precision={where.precision} offset={where.offset} />{' '}
          {where.phrase && <bdi>“{where.phrase}”</bdi>}
        </>
      )
    case 'point':
      return where.point ? <PointText point={where.point} /> : '—'
    case 'status':
      return lists(`status.${incident.status}`)
    case 'grade':
      return incident.grade ? lists(`grade.${incident.grade}`) : '—'
  }
}

type Keyed = Extract<Change, { key: string }>

function KeyedValue(props: { change: Keyed; incident: IncidentDetail; book: Book }): ReactNode {
  const { change, incident, book } = props
  const lists = useTranslations('list')
  const t = useTranslations('incident.conflict')
  const { field, key } = change
  switch (field) {
    case 'party': {
      const part = book.parties.get(key)?.part
      return (
        <>
          <PartyName party={key} book={book} /> {part && `— ${lists(`part.${part}`)}`}
        </>
      )
    }
    case 'site':
      return <SiteName site={key} book={book} />
    case 'report':
      return <OutletText outlet={book.reports.get(key)?.outlet ?? '—'} />
    case 'statement': {
      const statement = book.statements.get(key)
      return statement ? <StatementLine statement={statement} book={book} /> : '—'
    }
    case 'conflict': {
      const set = incident.conflictSets.find((one) => one.key === key)
      return (
        <>
          {t(set?.decided ? 'decided' : 'undecided')} {set?.question && <bdi>{set.question}</bdi>}
        </>
      )
    }
    case 'claim':
      return <ChangedClaim claim={key} book={book} />
  }
}

function ChangedClaim({ claim: key, book }: { claim: string; book: Book }) {
  const t = useTranslations('incident.claim')
  const claim = book.claims.get(key)
  const statement = claim && book.statements.get(claim.statement)
  if (!claim) return <>—</>
  const preferred = claim.says.subject === 'casualties' && claim.says.preferred
  return (
    <span className="grid gap-0.5">
      <span className="text-muted">
        <Thing claim={claim} book={book} />
      </span>
      <span className="font-semibold">
        <SaidValue claim={claim} book={book} />
      </span>
      {claim.quote && <q dir="auto">{claim.quote}</q>}
      {statement && <StatementLine statement={statement} book={book} />}
      {preferred && <span>{t('preferred')}</span>}
      {claim.rejected && <span>{t('rejected')}</span>}
      {claim.supersededBy && <span>{t('superseded')}</span>}
    </span>
  )
}
