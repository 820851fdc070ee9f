import { formatDay, formatMonth, formatYear } from '@/app/_ui/format'
import { chooseText } from '@/app/_ui/name-text'
import type { Words } from '@/app/timeline/_filter/filter-words'
import type { Bucket, BucketUnit, Casualties, Summary } from '@/lib/analysis/summary'
import type { KindType } from '@/lib/incident/kinds'
import { typeOfKind } from '@/lib/incident/kinds'
import type { DrillDown } from './drill-down'

/** One line of a chart and of its table. */
export interface ChartRow {
  key: string
  label: string
  /** The list of what it counts; null where no filter can ask for that (unplaced, not attributed, others). */
  href: string | null
  incidents: number | null
  /** Of them, those whose figures leave out claims. */
  withheld: number
  casualties: Casualties
}

export interface TimeRow extends ChartRow {
  byType: Partial<Record<KindType, number>>
  /** Per type, the list of its share of the bar. */
  hrefs: Partial<Record<KindType, string>>
}

/** What a chart draws, and what only its table adds so that the columns sum up to the totals. */
export interface Breakdown<Row extends ChartRow = ChartRow> {
  rows: Row[]
  rest: Row[]
}

/** A bucket by its unit: "3 July 2017", "3 July 2017 – 9 July 2017", "July 2017", "2017". */
function bucketLabel({ start, end }: Bucket, unit: BucketUnit, locale: string): string {
  if (unit === 'month') return formatMonth(locale, start)
  if (unit === 'year') return formatYear(locale, start)
  return start === end ? formatDay(locale, start) : `${formatDay(locale, start)} – ${formatDay(locale, end)}`
}

export function timeRows(
  { overTime, episodes }: Summary,
  to: DrillDown,
  types: KindType[],
  locale: string,
  t: Words,
): Breakdown<TimeRow> {
  const rows = overTime.buckets.map((bucket) => ({
    key: bucket.start,
    label: bucketLabel(bucket, overTime.unit, locale),
    href: to.bucket(bucket),
    incidents: bucket.incidents,
    withheld: bucket.withheld,
    casualties: bucket.casualties,
    byType: bucket.byType,
    hrefs: Object.fromEntries(types.map((type) => [type, to.bucket(bucket, type)])),
  }))
  const unplaced = {
    key: 'unplaced',
    label: t('timeline.charts.unplaced'),
    href: null,
    hrefs: {},
    ...overTime.unplaced,
  }
  return {
    rows,
    rest: [unplaced, ...episodeRow(episodes, t).map((row) => ({ ...row, byType: {}, hrefs: {} }))],
  }
}

export function actorRows(
  { byActor, episodes }: Summary,
  to: DrillDown,
  locale: string,
  t: Words,
): Breakdown {
  return {
    rows: byActor.rows.map(({ actor, names, ...counted }) => ({
      key: String(actor),
      label: chooseText(locale, names)?.text ?? `#${actor}`,
      href: to.actor(actor),
      ...counted,
    })),
    rest: [
      ...othersRow(
        byActor.others.actors,
        t('timeline.charts.other-actors', { count: byActor.others.actors }),
        byActor.others,
      ),
      {
        key: 'not-attributed',
        label: t('timeline.charts.not-attributed'),
        href: null,
        incidents: null,
        withheld: 0,
        casualties: byActor.notAttributed,
      },
      ...episodeRow(episodes, t),
    ],
  }
}

export function placeRows(
  { byPlace, episodes }: Summary,
  to: DrillDown,
  locale: string,
  t: Words,
): Breakdown {
  return {
    rows: byPlace.rows.map(({ place, names, ...counted }) => ({
      key: String(place),
      label: placeLabel(chooseText(locale, names)?.text ?? `#${place}`, to.place(place), t),
      href: to.place(place),
      ...counted,
    })),
    rest: [
      ...othersRow(
        byPlace.others.places,
        t('timeline.charts.other-places', { count: byPlace.others.places }),
        byPlace.others,
      ),
      ...(byPlace.elsewhere.incidents === 0
        ? []
        : [
            {
              key: 'elsewhere',
              label: t('timeline.charts.elsewhere'),
              href: null,
              ...byPlace.elsewhere,
            },
          ]),
      ...episodeRow(episodes, t),
    ],
  }
}

const placeLabel = (name: string, href: string | null, t: Words): string =>
  href === null ? t('timeline.charts.no-finer', { place: name }) : name

export function kindRows(
  { byKind, episodes }: Summary,
  to: DrillDown,
  t: Words,
): Breakdown<ChartRow & { type: KindType }> {
  const rest = episodeRow(episodes, t).map((row) => ({ ...row, type: 'battles' as const }))
  return {
    rows: byKind.map(({ kind, ...counted }) => ({
      key: kind,
      type: typeOfKind(kind),
      label: t(`kind.kinds.${kind}`),
      href: to.kind(kind),
      ...counted,
    })),
    rest,
  }
}

function othersRow(
  count: number,
  label: string,
  { incidents, withheld, casualties }: Pick<ChartRow, 'incidents' | 'withheld' | 'casualties'>,
): ChartRow[] {
  return count === 0 ? [] : [{ key: 'others', label, href: null, incidents, withheld, casualties }]
}

function episodeRow({ count, casualties }: Summary['episodes'], t: Words): ChartRow[] {
  if (count === 0) return []
  const label = t('timeline.charts.episodes', { count })
  return [{ key: 'episodes', label, href: null, incidents: null, withheld: 0, casualties }]
}
