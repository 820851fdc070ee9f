import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { FigureText } from '@/app/_ui/figure-text'
import { formatDay } from '@/app/_ui/format'
import { IncidentTitle } from '@/app/_ui/incident-title'
import { KindMark } from '@/app/_ui/kind-mark'
import { WhenAlive } from '@/app/_ui/when-alive'
import { WhenText } from '@/app/_ui/when-text'
import { WhereText } from '@/app/_ui/where-text'
import { directionOf, languageOf } from '@/app/_words/preferences'
import type { IncidentDetail } from '@/lib/analysis/incident-detail'
import { typeOfKind } from '@/lib/incident/kinds'
import { CopyCode } from './copy-code'
import { DeleteIncident } from './delete-incident'

interface Props {
  incident: IncidentDetail
  past: boolean
  mayChange: boolean
}

/** What happened, when and where, in the first screenful; and what can be done with it. */
export function IncidentHead({ incident, past, mayChange }: Props) {
  const t = useTranslations('incident')
  const types = useTranslations('kind.types')
  const kinds = useTranslations('kind.kinds')
  const lists = useTranslations('list')
  const visible = useTranslations('visibility')
  const { when, where } = incident
  return (
    <header className="grid gap-3">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        <KindMark type={typeOfKind(incident.kind)} />
        <span className="font-medium">{kinds(incident.kind)}</span>
        <span className="text-muted">{types(typeOfKind(incident.kind))}</span>
        <Chip>{lists(`status.${incident.status}`)}</Chip>
        {incident.grade && <Chip>{t('grade', { grade: lists(`grade.${incident.grade}`) })}</Chip>}
        {incident.disputed && <span className="rounded bg-warn-soft px-1.5 text-warn">{t('disputed')}</span>}
      </p>
      <h1 className="font-bold text-2xl leading-snug sm:text-3xl">
        <IncidentTitle incident={{ ...incident, place: where.place }} />
      </h1>
      <OtherTitle incident={incident} />
      <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
        <Term term={t('when')}>
          <WhenText when={when} /> <WhenTold incident={incident} />
        </Term>
        <Term term={t('where-title')}>
          <WhereText
            place={where.place.names}
            within={where.within.map((place) => place.names)}
            precision={where.precision}
            offset={where.offset}
          />
          {where.protection === 'masked' && <span className="text-muted"> {visible('shown.place')}</span>}
          {where.phrase && (
            <span className="text-muted">
              {' '}
              {t.rich('as-told', { phrase: () => <bdi>“{where.phrase}”</bdi> })}
            </span>
          )}
        </Term>
        <Term term={t('killed')}>
          <FigureText figure={incident.killed} />
        </Term>
        <Term term={t('wounded')}>
          <FigureText figure={incident.wounded} />
        </Term>
      </dl>
      {incident.withheld && <p className="text-sm text-warn">{visible('shown.withheld')}</p>}
      <div className="flex flex-wrap items-center gap-2 print:hidden">
        <WhenAlive>
          <CopyCode code={incident.code} />
        </WhenAlive>
        {!past && mayChange && (
          <>
            <Action href={`/log?edit=${incident.code}`}>{t('actions.edit')}</Action>
            <Action href={`/log?attach=${incident.code}`}>{t('actions.attach')}</Action>
          </>
        )}
        <a className={actionLook} href={`/api/v1/incidents/${incident.code}`} type="application/json">
          {t('actions.json')}
        </a>
        {!past && mayChange && (
          <WhenAlive>
            <DeleteIncident code={incident.code} version={incident.version} />
          </WhenAlive>
        )}
      </div>
    </header>
  )
}

const actionLook = 'rounded border border-line-strong bg-surface px-3 py-1.5 hover:bg-sunken'

const Action = ({ href, children }: { href: string; children: React.ReactNode }) => (
  <Link href={href} prefetch={false} className={actionLook}>
    {children}
  </Link>
)

const Chip = ({ children }: { children: React.ReactNode }) => (
  <span className="rounded border border-line px-1.5">{children}</span>
)

const Term = ({ term, children }: { term: string; children: React.ReactNode }) => (
  <>
    <dt className="text-muted">{term}</dt>
    <dd className="mb-1 sm:mb-0">{children}</dd>
  </>
)

/** The phrase that the date was told by, and the day that it counts from. */
function WhenTold({ incident: { when } }: { incident: IncidentDetail }) {
  const locale = useLocale()
  const t = useTranslations('when')
  if (!when.phrase && !when.countedFrom) return null
  return (
    <span className="text-muted">
      ({when.phrase && t.rich('as-told-rich', { phrase: () => <bdi>“{when.phrase}”</bdi> })}
      {when.phrase && when.countedFrom && t('comma')}
      {when.countedFrom && t('counted-from', { date: formatDay(locale, when.countedFrom) })})
    </span>
  )
}

/** The title in the other language, where there are both. */
function OtherTitle({ incident: { title } }: { incident: IncidentDetail }) {
  const other = languageOf(useLocale()) === 'ar' ? 'en' : 'ar'
  if (!title.ar || !title.en) return null
  return (
    <p className="text-muted">
      <bdi lang={other} dir={directionOf(other)}>
        {title[other]}
      </bdi>
    </p>
  )
}
