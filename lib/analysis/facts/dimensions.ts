import { emptyFilter, type Filter } from '../filter'

/** Parts of a filter by which views are linked: each view leaves out the one that it is the picture of. */
export const dimensions = [
  'time',
  'kinds',
  'actors',
  'places',
  'datasets',
  'statuses',
  'more',
  'area',
  'grades',
  'means',
  'reports',
] as const
export type Dimension = (typeof dimensions)[number]

/** The bit of a dimension in the column of what each row fails. */
export const bitOf = (dimension: Dimension): number => 1 << dimensions.indexOf(dimension)

const fieldsOf: Record<Dimension, readonly (keyof Filter)[]> = {
  time: ['from', 'to'],
  kinds: ['kinds'],
  actors: ['actors', 'parties'],
  places: ['places', 'primaryPlaces'],
  datasets: ['datasets'],
  statuses: ['statuses'],
  grades: ['grades'],
  means: ['means'],
  reports: ['reports'],
  area: ['area'],
  more: ['text', 'killedAtLeast', 'disputedOnly'],
}

/** The same filter, asking in one dimension for what `other` does. */
export const withPartOf = (filter: Filter, other: Filter, dimension: Dimension): Filter => ({
  ...filter,
  ...Object.fromEntries(fieldsOf[dimension].map((field) => [field, other[field]])),
})

/** The same filter, asking for nothing in one dimension. */
export const without = (filter: Filter, dimension: Dimension): Filter =>
  withPartOf(filter, emptyFilter, dimension)

/** Bits of the dimensions in which two filters ask for different things. */
export function differing(one: Filter, other: Filter): number {
  const asked = (filter: Filter, dimension: Dimension) =>
    JSON.stringify(fieldsOf[dimension].map((field) => filter[field]))
  return dimensions
    .filter((dimension) => asked(one, dimension) !== asked(other, dimension))
    .reduce((bits, dimension) => bits | bitOf(dimension), 0)
}
