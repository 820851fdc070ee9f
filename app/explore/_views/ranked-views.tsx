'use client'

import { useLocale, useTranslations } from 'next-intl'
import { memo, useCallback } from 'react'
import { KindMark } from '@/app/_ui/kind-mark'
import { NameText } from '@/app/_ui/name-text'
import { datasetName, gradeName, reportWords } from '@/app/timeline/_filter/filter-words'
import type { Answer, Counted } from '@/lib/analysis/facts/answer'
import type { Dimension } from '@/lib/analysis/facts/dimensions'
import { type Filter, NO_GRADE } from '@/lib/analysis/filter'
import type { Chart } from '@/lib/formats/summary-csv'
import { type Kind, kindsOfType, typeOfKind } from '@/lib/incident/kinds'
import { useExplorerHands } from '../_engine/explorer-state'
import { PairsView } from './pairs-view'
import { type RankedRow, RankedView } from './ranked-view'
import { WhileSeen } from './while-seen'

interface Props {
  answer: Answer
  /** What the answer is of. */
  filter: Filter
}

/** The rankings: by kind, actor, place, means, report, dataset, status and grade. */
export const RankedViews = memo(function RankedViews({ answer, filter }: Props) {
  const { show } = useExplorerHands()
  const ask = useCallback<Ask>(
    (change) => show(({ filter: now }) => ({ filter: { ...now, ...change(now) } })),
    [show],
  )
  const of = { answer, filter, ask }
  return (
    // Two columns of their own: where the browser balances columns, each step would make it lay all of them out anew.
    <div className="grid items-start gap-3 md:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-3">
        <WhileSeen>
          <ByKind {...of} />
        </WhileSeen>
        <WhileSeen>
          <ByPlace {...of} />
        </WhileSeen>
        <WhileSeen>
          <ByMeans {...of} />
        </WhileSeen>
        <WhileSeen>
          <ByDataset {...of} />
        </WhileSeen>
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <WhileSeen>
          <ByActor {...of} />
        </WhileSeen>
        <WhileSeen>
          <PairsView pairs={answer.byPair} filter={filter} />
        </WhileSeen>
        <WhileSeen>
          <ByReport {...of} />
        </WhileSeen>
        <WhileSeen>
          <ByStatus {...of} />
        </WhileSeen>
        <WhileSeen>
          <ByGrade {...of} />
        </WhileSeen>
      </div>
    </div>
  )
})

const take = (chart: Chart, leavesOut: Dimension) => ({ name: `waqai-${chart}`, chart, leavesOut })

/** By what is asked for now, which may be more than what is shown. */
type Ask = (change: (now: Filter) => Partial<Filter>) => void

const toggled = <T,>(list: readonly T[], one: T): T[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one]

/** A kind is asked for by itself or by its type; taken out of a type, the type's other kinds stay. */
function toggledKinds(kinds: Filter['kinds'], kind: Kind): Filter['kinds'] {
  const type = typeOfKind(kind)
  const single = kinds.includes(type) ? [...kinds.filter((one) => one !== type), ...kindsOfType(type)] : kinds
  return toggled(single, kind)
}

/** What stands below the rows of a view and cannot be asked for; nothing where it is of no incident. */
const rest = (key: string, name: string, counted: Counted): RankedRow[] =>
  counted.incidents === 0 ? [] : [{ key, name, counted, chosen: false, toggle: null }]

interface ViewProps extends Props {
  ask: Ask
}

/** Fields of the filter that list what is asked for. */
type Listing = 'primaryPlaces' | 'means' | 'datasets' | 'parties' | 'reports' | 'statuses' | 'grades'

/** A row that asks for one of what the field lists, or no longer. */
function rowFor<F extends Listing>(
  { filter, ask }: ViewProps,
  field: F,
  one: Filter[F][number],
  { name, counted }: Pick<RankedRow, 'name' | 'counted'>,
): RankedRow {
  return {
    key: String(one),
    ...{ name, counted },
    chosen: (filter[field] as readonly unknown[]).includes(one),
    toggle: () => ask((now) => ({ [field]: toggled<unknown>(now[field], one) })),
  }
}

function ByKind({ answer, filter: { kinds }, ask }: ViewProps) {
  const t = useTranslations()
  const rows = [...answer.byKind]
    .sort((a, b) => b.incidents - a.incidents)
    .map(({ kind, ...counted }) => {
      const type = typeOfKind(kind)
      return {
        key: kind,
        name: (
          <>
            <KindMark type={type} /> {t(`kind.kinds.${kind}`)}
          </>
        ),
        counted,
        chosen: kinds.includes(type) || kinds.includes(kind),
        toggle: () => ask((now) => ({ kinds: toggledKinds(now.kinds, kind) })),
      }
    })
  return <RankedView title={t('timeline.charts.by-kind')} take={take('by-kind', 'kinds')} rows={rows} />
}

function ByPlace(props: ViewProps) {
  const t = useTranslations('timeline.charts')
  const { rows, others } = props.answer.byPlace
  const own = rows.map(({ place, names, ...counted }) =>
    rowFor(props, 'primaryPlaces', place, { name: <NameText names={names} />, counted }),
  )
  return (
    <RankedView
      title={t('by-place')}
      take={take('by-place', 'places')}
      note={t('by-place-note')}
      rows={[...own, ...rest('others', t('other-places', { count: others.places }), others)]}
    />
  )
}

function ByMeans(props: ViewProps) {
  const t = useTranslations()
  const { rows, untold } = props.answer.byMeans
  const own = rows.map(({ means, ...counted }) =>
    rowFor(props, 'means', means, { name: t(`list.means.${means}`), counted }),
  )
  return (
    <RankedView
      title={t('explore.by-means')}
      take={take('by-means', 'means')}
      note={t('explore.by-means-note')}
      rows={[...own, ...rest('untold', t('explore.no-means'), untold)]}
    />
  )
}

function ByDataset(props: ViewProps) {
  const t = useTranslations()
  const { names } = useExplorerHands()
  const rows = props.answer.byDataset.map(({ dataset, ...counted }) =>
    rowFor(props, 'datasets', dataset, {
      name: <bdi>{datasetName(dataset, names, t as never)}</bdi>,
      counted,
    }),
  )
  return <RankedView title={t('timeline.filter.dataset')} rows={rows} />
}

function ByActor(props: ViewProps) {
  const t = useTranslations('timeline.charts')
  const { rows, others } = props.answer.byActor
  const own = rows.map(({ actor, names, ...counted }) =>
    rowFor(props, 'parties', actor, { name: <NameText names={names} />, counted }),
  )
  return (
    <RankedView
      title={t('by-actor')}
      take={take('by-actor', 'actors')}
      note={t('by-actor-note')}
      rows={[...own, ...rest('others', t('other-actors', { count: others.actors }), others)]}
    />
  )
}

function ByReport(props: ViewProps) {
  const t = useTranslations('explore')
  const locale = useLocale()
  const { rows, others } = props.answer.byReport
  const own = rows.map(({ report, outlet, title, publishedOn, ...counted }) => {
    const name = (
      // In the direction of its own words: what does not fit is cut off at their end.
      <bdi dir="auto" className="block truncate">
        {reportWords({ outlet, title, publishedOn }, locale)}
      </bdi>
    )
    return rowFor(props, 'reports', report, { name, counted })
  })
  return (
    <RankedView
      title={t('by-report')}
      take={take('by-report', 'reports')}
      note={t('by-report-note')}
      rows={[...own, ...rest('others', t('other-reports', { count: others.reports }), others)]}
    />
  )
}

function ByStatus(props: ViewProps) {
  const t = useTranslations()
  const rows = props.answer.byStatus.map(({ status, ...counted }) =>
    rowFor(props, 'statuses', status, { name: t(`list.status.${status}`), counted }),
  )
  return <RankedView title={t('timeline.filter.status')} rows={rows} />
}

function ByGrade(props: ViewProps) {
  const t = useTranslations()
  const rows = props.answer.byGrade.map(({ grade: given, ...counted }) => {
    const grade = given ?? NO_GRADE
    return rowFor(props, 'grades', grade, { name: gradeName(grade, t as never), counted })
  })
  return <RankedView title={t('explore.by-grade')} take={take('by-grade', 'grades')} rows={rows} />
}
