'use client'

import { useLocale, useTranslations } from 'next-intl'
import { memo } from 'react'
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

interface Props {
  answer: Answer
  /** What the answer is of. */
  filter: Filter
}

/** The rankings: by kind, actor, place, means, report, dataset, status and grade. */
export const RankedViews = memo(function RankedViews({ answer, filter }: Props) {
  const t = useTranslations()
  const { names, show } = useExplorerHands()
  const ask: Ask = (change) => show(({ filter: now }) => ({ filter: { ...now, ...change(now) } }))
  return (
    // Two columns of their own: where the browser balances columns, each step would make it lay all of them out anew.
    <div className="grid items-start gap-3 md:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-3">
        <RankedView
          title={t('timeline.charts.by-kind')}
          take={take('by-kind', 'kinds')}
          rows={kindRows(answer, filter, ask, (kind) => t(`kind.kinds.${kind}`))}
        />
        <RankedView
          title={t('timeline.charts.by-place')}
          take={take('by-place', 'places')}
          note={t('timeline.charts.by-place-note')}
          rows={usePlaceRows(answer, filter, ask)}
        />
        <RankedView
          title={t('explore.by-means')}
          take={take('by-means', 'means')}
          note={t('explore.by-means-note')}
          rows={useMeansRows(answer, filter, ask)}
        />
        <RankedView
          title={t('timeline.filter.dataset')}
          rows={answer.byDataset.map(({ dataset, ...counted }) => ({
            key: dataset,
            name: <bdi>{datasetName(dataset, names, t as never)}</bdi>,
            counted,
            chosen: filter.datasets.includes(dataset),
            toggle: () => ask(({ datasets }) => ({ datasets: toggled(datasets, dataset) })),
          }))}
        />
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <RankedView
          title={t('timeline.charts.by-actor')}
          take={take('by-actor', 'actors')}
          note={t('timeline.charts.by-actor-note')}
          rows={useActorRows(answer, filter, ask)}
        />
        <PairsView pairs={answer.byPair} filter={filter} />
        <RankedView
          title={t('explore.by-report')}
          take={take('by-report', 'reports')}
          note={t('explore.by-report-note')}
          rows={useReportRows(answer, filter, ask)}
        />
        <RankedView
          title={t('timeline.filter.status')}
          rows={answer.byStatus.map(({ status, ...counted }) => ({
            key: status,
            name: t(`list.status.${status}`),
            counted,
            chosen: filter.statuses.includes(status),
            toggle: () => ask(({ statuses }) => ({ statuses: toggled(statuses, status) })),
          }))}
        />
        <RankedView
          title={t('explore.by-grade')}
          take={take('by-grade', 'grades')}
          rows={answer.byGrade.map(({ grade: given, ...counted }) => {
            const grade = given ?? NO_GRADE
            return {
              key: grade,
              name: gradeName(grade, t as never),
              counted,
              chosen: filter.grades.includes(grade),
              toggle: () => ask(({ grades }) => ({ grades: toggled(grades, grade) })),
            }
          })}
        />
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

function kindRows(
  { byKind }: Answer,
  { kinds }: Filter,
  ask: Ask,
  nameOf: (kind: Kind) => string,
): RankedRow[] {
  return [...byKind]
    .sort((a, b) => b.incidents - a.incidents)
    .map(({ kind, ...counted }) => {
      const type = typeOfKind(kind)
      return {
        key: kind,
        name: (
          <>
            <KindMark type={type} /> {nameOf(kind)}
          </>
        ),
        counted,
        chosen: kinds.includes(type) || kinds.includes(kind),
        toggle: () => ask((now) => ({ kinds: toggledKinds(now.kinds, kind) })),
      }
    })
}

/** What stands below the rows of a view and cannot be asked for; nothing where it is of no incident. */
const rest = (key: string, name: string, counted: Counted): RankedRow[] =>
  counted.incidents === 0 ? [] : [{ key, name, counted, chosen: false, toggle: null }]

function useActorRows({ byActor: { rows, others } }: Answer, { parties }: Filter, ask: Ask): RankedRow[] {
  const t = useTranslations('timeline.charts')
  const own = rows.map(({ actor, names, ...counted }) => ({
    key: String(actor),
    name: <NameText names={names} />,
    counted,
    chosen: parties.includes(actor),
    toggle: () => ask((now) => ({ parties: toggled(now.parties, actor) })),
  }))
  return [...own, ...rest('others', t('other-actors', { count: others.actors }), others)]
}

function usePlaceRows(
  { byPlace: { rows, others } }: Answer,
  { primaryPlaces }: Filter,
  ask: Ask,
): RankedRow[] {
  const t = useTranslations('timeline.charts')
  const own = rows.map(({ place, names, ...counted }) => ({
    key: String(place),
    name: <NameText names={names} />,
    counted,
    chosen: primaryPlaces.includes(place),
    toggle: () => ask((now) => ({ primaryPlaces: toggled(now.primaryPlaces, place) })),
  }))
  return [...own, ...rest('others', t('other-places', { count: others.places }), others)]
}

function useMeansRows(
  { byMeans: { rows, untold } }: Answer,
  { means: asked }: Filter,
  ask: Ask,
): RankedRow[] {
  const t = useTranslations()
  const own = rows.map(({ means, ...counted }) => ({
    key: means,
    name: t(`list.means.${means}`),
    counted,
    chosen: asked.includes(means),
    toggle: () => ask((now) => ({ means: toggled(now.means, means) })),
  }))
  return [...own, ...rest('untold', t('explore.no-means'), untold)]
}

function useReportRows({ byReport: { rows, others } }: Answer, { reports }: Filter, ask: Ask): RankedRow[] {
  const t = useTranslations('explore')
  const locale = useLocale()
  const own = rows.map(({ report, outlet, title, publishedOn, ...counted }) => ({
    key: String(report),
    name: (
      // In the direction of its own words: what does not fit is cut off at their end.
      <bdi dir="auto" className="block truncate">
        {reportWords({ outlet, title, publishedOn }, locale)}
      </bdi>
    ),
    counted,
    chosen: reports.includes(report),
    toggle: () => ask((now) => ({ reports: toggled(now.reports, report) })),
  }))
  return [...own, ...rest('others', t('other-reports', { count: others.reports }), others)]
}
