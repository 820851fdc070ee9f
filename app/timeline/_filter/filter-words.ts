import { formatDay, formatMonth, formatNumber, formatYear } from '@/app/_ui/format'
import { chooseText } from '@/app/_ui/name-text'
import { type Filter, NO_GRADE } from '@/lib/analysis/filter'
import type { FilterNames } from '@/lib/analysis/filter-names'
import type { NamedReport, NamesByLanguage } from '@/lib/analysis/summary'
import { kindTypes } from '@/lib/incident/kinds'
import type { CivilDate } from '@/lib/incident/when'
import { addCivilDays } from '@/lib/text/calendar'

/** Message function over the whole of the messages: `t('timeline.filter.from')`. */
export type Words = (key: string, params?: Record<string, string | number>) => string

/** One thing that a filter asks for, and the filter without it. */
export interface Chip {
  id: string
  label: string
  without: Partial<Filter>
  /** The same thing asked for more or less strictly, where it alone is asked of: what that is called, and the filter. */
  instead?: { label: string; change: Partial<Filter> }
}

/** Everything that `filter` asks for, in words, in the order of the filter bar. */
export function filterChips(filter: Filter, names: FilterNames, locale: string, t: Words): Chip[] {
  const name = (known: NamesByLanguage | undefined, id: number) =>
    (known && chooseText(locale, known)?.text) || t('timeline.filter.unknown-id', { id })
  const each = <T extends string | number>(key: keyof Filter, values: T[], label: (value: T) => string) =>
    values.map((value) => ({
      id: `${key}-${value}`,
      label: label(value),
      without: { [key]: values.filter((other) => other !== value) },
    }))
  return [
    ...(filter.text
      ? [{ id: 'text', label: t('timeline.chip.text', { text: filter.text }), without: { text: '' } }]
      : []),
    ...(filter.from || filter.to
      ? [
          {
            id: 'period',
            label: periodWords(filter.from, filter.to, locale, t),
            without: { from: null, to: null },
          },
        ]
      : []),
    ...each('kinds', filter.kinds, (kind) =>
      t((kindTypes as readonly string[]).includes(kind) ? `kind.types.${kind}` : `kind.kinds.${kind}`),
    ),
    ...each('actors', filter.actors, (id) =>
      t('timeline.chip.actor', { name: name(names.actors[id], id) }),
    ).map(alone(filter, 'actors', 'parties', t('timeline.chip.party-instead'))),
    ...each('parties', filter.parties, (id) =>
      t('timeline.chip.party', { name: name(names.actors[id], id) }),
    ).map(alone(filter, 'parties', 'actors', t('timeline.chip.actor-instead'))),
    ...each('places', filter.places, (id) =>
      t('timeline.chip.place', { name: name(names.places[id], id) }),
    ).map(alone(filter, 'places', 'primaryPlaces', t('timeline.chip.primary-instead'))),
    ...each('primaryPlaces', filter.primaryPlaces, (id) =>
      t('timeline.chip.primary', { name: name(names.places[id], id) }),
    ).map(alone(filter, 'primaryPlaces', 'places', t('timeline.chip.place-instead'))),
    ...(filter.area ? [{ id: 'area', label: t('timeline.chip.area'), without: { area: null } }] : []),
    ...(filter.killedAtLeast !== null
      ? [
          {
            id: 'killed',
            label: t('timeline.chip.killed', { count: formatNumber(locale, filter.killedAtLeast) }),
            without: { killedAtLeast: null },
          },
        ]
      : []),
    ...each('statuses', filter.statuses, (status) => t(`list.status.${status}`)),
    ...each('grades', filter.grades, (grade) => t('timeline.chip.grade', { grade: gradeName(grade, t) })),
    ...each('means', filter.means, (means) => t(`list.means.${means}`)),
    ...each('datasets', filter.datasets, (slug) => datasetName(slug, names, t)),
    ...each('reports', filter.reports, (id) => {
      const report = names.reports[id]
      const called = report ? reportWords(report, locale) : t('timeline.filter.unknown-id', { id })
      return t('timeline.chip.report', { report: called })
    }),
    ...(filter.disputedOnly
      ? [{ id: 'disputed', label: t('timeline.chip.disputed'), without: { disputedOnly: false } }]
      : []),
  ]
}

type Ids = 'actors' | 'parties' | 'places' | 'primaryPlaces'

/** Lets the only id of `list` change over to `other`, while that is empty: beside others it would mean something else. */
function alone(filter: Filter, list: Ids, other: Ids, label: string): (chip: Chip) => Chip {
  if (filter[list].length !== 1 || filter[other].length > 0) return (chip) => chip
  const change = { [list]: [], [other]: filter[list] }
  return (chip) => ({ ...chip, instead: { label, change } })
}

export function datasetName(slug: string, names: Pick<FilterNames, 'datasets'>, t: Words): string {
  return slug === 'own' ? t('timeline.filter.own') : (names.datasets[slug] ?? slug)
}

export const gradeName = (grade: Filter['grades'][number], t: Words): string =>
  t(grade === NO_GRADE ? 'explore.no-grade' : `list.grade.${grade}`)

/** A report as briefly as it can be told from others: its outlet, its title and its day. */
export function reportWords(
  { outlet, title, publishedOn }: Omit<NamedReport, 'report'>,
  locale: string,
): string {
  const isolated = [outlet, title].map((text) => text && `\u2068${text}\u2069`)
  return [...isolated, publishedOn && formatDay(locale, publishedOn)].filter((part) => part).join(' · ')
}

/** The whole filter in one phrase, for titles of charts: "battles · Libya · 2017", or "all incidents". */
export function filterSentence(chips: Chip[], t: Words): string {
  return chips.length === 0 ? t('timeline.filter.everything') : chips.map((chip) => chip.label).join(' · ')
}

/** A period as briefly as it can be said: its day, month or year, else first to last day, or one open end. */
export function periodWords(from: CivilDate | null, to: CivilDate | null, locale: string, t: Words): string {
  if (from === null) return t('timeline.period.until', { date: formatDay(locale, to ?? '') })
  if (to === null) return t('timeline.period.from', { date: formatDay(locale, from) })
  if (from === to) return formatDay(locale, from)
  if (from.endsWith('-01') && isLastOfMonth(to)) {
    if (from.slice(0, 7) === to.slice(0, 7)) return formatMonth(locale, from)
    if (from.slice(5) === '01-01' && to.slice(5) === '12-31') {
      if (from.slice(0, 4) === to.slice(0, 4)) return formatYear(locale, from)
      return t('timeline.period.range', { from: formatYear(locale, from), to: formatYear(locale, to) })
    }
    return t('timeline.period.range', { from: formatMonth(locale, from), to: formatMonth(locale, to) })
  }
  return t('timeline.period.range', { from: formatDay(locale, from), to: formatDay(locale, to) })
}

const isLastOfMonth = (date: CivilDate): boolean => addCivilDays(date, 1).endsWith('-01')
