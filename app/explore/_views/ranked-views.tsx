'use client'

import { useLocale, useTranslations } from 'next-intl'
import { KindMark } from '@/app/_ui/kind-mark'
import { NameText } from '@/app/_ui/name-text'
import { datasetName, gradeName, reportWords } from '@/app/timeline/_filter/filter-words'
import type { Answer, Counted } from '@/lib/analysis/facts/answer'
import type { Dimension } from '@/lib/analysis/facts/dimensions'
import { type Filter, NO_GRADE } from '@/lib/analysis/filter'
import type { Chart } from '@/lib/formats/summary-csv'
import { type Kind, kindsOfType, typeOfKind } from '@/lib/incident/kinds'
import { useExplorer } from '../_engine/explorer-state'
import { csvHref } from '../_take/csv-href'
import { PairsView } from './pairs-view'
import { type RankedRow, RankedView } from './ranked-view'

/** The rankings: by kind, actor, place, means, report, dataset, status and grade. */
export function RankedViews({ answer }: { answer: Answer }) {
  const t = useTranslations()
  const { explored, names, show } = useExplorer()
  const { filter } = explored
  const ask = (change: Partial<Filter>) => show({ filter: { ...filter, ...change } })
  const take = (chart: Chart, leavesOut: Dimension) => ({
    name: `waqai-${chart}`,
    csvHref: csvHref(chart, filter, leavesOut),
  })
  return (
    <div className="gap-3 md:columns-2">
      <RankedView
        title={t('timeline.charts.by-kind')}
        take={take('by-kind', 'kinds')}
        rows={kindRows(answer, filter, ask, (kind) => t(`kind.kinds.${kind}`))}
      />
      <RankedView
        title={t('timeline.charts.by-actor')}
        take={take('by-actor', 'actors')}
        note={t('timeline.charts.by-actor-note')}
        rows={useActorRows(answer, filter, ask)}
      />
      <PairsView pairs={answer.byPair} />
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
        title={t('explore.by-report')}
        take={take('by-report', 'reports')}
        note={t('explore.by-report-note')}
        rows={useReportRows(answer, filter, ask)}
      />
      <RankedView
        title={t('timeline.filter.dataset')}
        rows={answer.byDataset.map(({ dataset, ...counted }) => ({
          key: dataset,
          name: <bdi>{datasetName(dataset, names, t as never)}</bdi>,
          counted,
          chosen: filter.datasets.includes(dataset),
          toggle: () => ask({ datasets: toggled(filter.datasets, dataset) }),
        }))}
      />
      <RankedView
        title={t('timeline.filter.status')}
        rows={answer.byStatus.map(({ status, ...counted }) => ({
          key: status,
          name: t(`list.status.${status}`),
          counted,
          chosen: filter.statuses.includes(status),
          toggle: () => ask({ statuses: toggled(filter.statuses, status) }),
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
            toggle: () => ask({ grades: toggled(filter.grades, grade) }),
          }
        })}
      />
    </div>
  )
}

type Ask = (change: Partial<Filter>) => void

const toggled = <T,>(list: readonly T[], one: T): T[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one]

/** A kind is asked for by itself or by its type; taken out of a type, the type's other kinds stay. */
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
      const whole = kinds.includes(type)
      const single = whole ? [...kinds.filter((one) => one !== type), ...kindsOfType(type)] : kinds
      return {
        key: kind,
        name: (
          <>
            <KindMark type={type} /> {nameOf(kind)}
          </>
        ),
        counted,
        chosen: whole || kinds.includes(kind),
        toggle: () => ask({ kinds: toggled(single, kind) }),
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
    toggle: () => ask({ parties: toggled(parties, actor) }),
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
    toggle: () => ask({ primaryPlaces: toggled(primaryPlaces, place) }),
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
    toggle: () => ask({ means: toggled(asked, means) }),
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
    toggle: () => ask({ reports: toggled(reports, report) }),
  }))
  return [...own, ...rest('others', t('other-reports', { count: others.reports }), others)]
}
