import type { NamesByLanguage } from './summary'

/** What the ids and slugs of a filter are called. An id that is missing here is nobody's. */
export interface FilterNames {
  actors: Record<number, NamesByLanguage>
  places: Record<number, NamesByLanguage>
  /** Every dataset there is, by slug, for the choice of them. */
  datasets: Record<string, string>
}
