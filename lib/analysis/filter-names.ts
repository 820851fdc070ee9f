import type { Problem } from '@/lib/problem'
import { type Filter, OWN_DATASET } from './filter'
import type { FilterParameter } from './filter-url'
import type { NamedReport, NamesByLanguage } from './summary'

/** What the ids and slugs of a filter are called. An id that is missing here is nobody's. */
export interface FilterNames {
  actors: Record<number, NamesByLanguage>
  places: Record<number, NamesByLanguage>
  reports: Record<number, Omit<NamedReport, 'report'>>
  /** Every dataset there is, by slug, for the choice of them. */
  datasets: Record<string, string>
}

/** The part of a filter that names records. */
export type NamingFilter = Pick<
  Filter,
  'actors' | 'parties' | 'places' | 'primaryPlaces' | 'datasets' | 'reports'
>

/** Whether a filter names any record at all. */
export const namesSomething = (filter: NamingFilter): boolean =>
  [filter.actors, filter.parties, filter.places, filter.primaryPlaces, filter.datasets, filter.reports].some(
    (list) => list.length > 0,
  )

/**
 * A problem for each thing that `filter` names and nobody has, by its parameter. An empty answer to such a filter would
 * pass for "nothing happened there".
 */
export function unknownInFilter(filter: NamingFilter, names: FilterNames): Problem[] {
  const ids = (list: number[], path: FilterParameter, known: Record<number, unknown>, code: string) =>
    list.filter((id) => !(id in known)).map((id) => ({ path: [path], code, params: { id: String(id) } }))
  return [
    ...ids(filter.actors, 'actor', names.actors, 'filter-actor-unknown'),
    ...ids(filter.parties, 'party', names.actors, 'filter-actor-unknown'),
    ...ids(filter.places, 'place', names.places, 'filter-place-unknown'),
    ...ids(filter.primaryPlaces, 'primary', names.places, 'filter-place-unknown'),
    ...ids(filter.reports, 'report', names.reports, 'filter-report-unknown'),
    ...filter.datasets
      .filter((slug) => slug !== OWN_DATASET && !Object.hasOwn(names.datasets, slug))
      .map((slug) => ({ path: ['dataset'], code: 'filter-dataset-unknown', params: { slug } })),
  ]
}
