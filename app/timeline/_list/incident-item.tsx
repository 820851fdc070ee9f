import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { FigureText } from '@/app/_ui/figure-text'
import { IncidentTitle } from '@/app/_ui/incident-title'
import { KindMark } from '@/app/_ui/kind-mark'
import { NameText } from '@/app/_ui/name-text'
import { WhenText } from '@/app/_ui/when-text'
import type { Fact, ListedIncident } from '@/lib/analysis/listed'
import type { Bucket } from '@/lib/analysis/summary'
import { typeOfKind } from '@/lib/incident/kinds'
import { SpanTrack } from './span-track'

interface Props {
  incident: ListedIncident
  group: Bucket
  /** Name of its dataset; null for what was logged here. */
  dataset: string | null
}

/** An incident in the timeline: what, when, where, who, and its figures; its page is one step away. */
export function IncidentItem({ incident, group, dataset }: Props) {
  const t = useTranslations()
  const { code, title, kind, when, parties, killed, wounded, status, disputed, withheld } = incident
  return (
    <article className="flex gap-2.5 border-line border-b px-1 py-2.5">
      <span className="pt-1" title={t(`kind.kinds.${kind}`)}>
        <KindMark type={typeOfKind(kind)} />
        <span className="sr-only">{t(`kind.kinds.${kind}`)}</span>
      </span>
      <div className="min-w-0 flex-1">
        <h3 className="break-words font-medium leading-snug">
          <Link href={`/incidents/${code}`} prefetch={false} className="scroll-mt-12 hover:underline">
            <IncidentTitle incident={incident} />
          </Link>
        </h3>
        <p className="flex flex-wrap items-center gap-x-3 text-muted text-sm">
          <SpanTrack when={when} group={group} />
          <WhenText when={when} />
          <Where incident={incident} />
        </p>
        {(title.ar ?? title.en) !== null || needsLine(parties) ? <Parties parties={parties} /> : null}
        <p className="mt-0.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          <Losses term={t('timeline.table.killed')} fact={killed} />
          <Losses term={t('timeline.table.wounded')} fact={wounded} />
          {disputed && killed.state !== 'disputed' && wounded.state !== 'disputed' && (
            <span className="rounded bg-warn-soft px-1.5 text-warn">{t('timeline.list.disputed')}</span>
          )}
          {withheld && (
            <span className="rounded bg-warn-soft px-1.5 text-warn">{t('timeline.list.withheld')}</span>
          )}
          {dataset === null ? (
            <span className="rounded border border-line px-1.5">{t(`list.status.${status}`)}</span>
          ) : (
            <bdi lang="en" className="rounded border border-line px-1.5 text-muted">
              {dataset}
            </bdi>
          )}
        </p>
      </div>
    </article>
  )
}

/** The place and what it lies in, the nearest first. */
function Where({ incident: { place, within } }: Pick<Props, 'incident'>) {
  const t = useTranslations('timeline.list')
  return (
    <span>
      {[place, ...within.toReversed()].map(({ id, names }, at) => (
        <span key={id}>
          {at > 0 && t('comma')}
          <NameText names={names} />
        </span>
      ))}
    </span>
  )
}

/** A composed title names up to three parties and no parts. */
const needsLine = (parties: ListedIncident['parties']): boolean =>
  parties.length > 3 || parties.some(({ part }) => part !== 'participant')

function Parties({ parties }: Pick<ListedIncident, 'parties'>) {
  const t = useTranslations('list.part')
  if (parties.length === 0) return null
  return (
    <p className="text-sm">
      {parties.map(({ actor, names, part }, at) => (
        <span key={`${actor}-${part}`}>
          {at > 0 && ' – '}
          <NameText names={names} />
          {part !== 'participant' && <span className="text-muted"> ({t(part)})</span>}
        </span>
      ))}
    </p>
  )
}

function Losses({ term, fact }: { term: string; fact: Fact }) {
  return (
    <span className="flex gap-1.5">
      <span className="text-muted">{term}</span> <FigureText figure={fact} />
    </span>
  )
}
