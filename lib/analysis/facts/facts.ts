import type { Kind } from '@/lib/incident/kinds'
import type { grades, meansOfAttack, Part, Status } from '@/lib/incident/lists'
import type { CivilDate } from '@/lib/incident/when'
import type { PlaceKind, WherePrecision } from '@/lib/place/where'
import type { DuplicateLink } from '../duplicates'
import type { Casualties, NamesByLanguage } from '../summary'

/** In a column of days: an open end. Days count from 1 January 1970. */
export const NO_DAY = -0x8000_0000
/** In a column of a figure's bounds: nobody gave a number. 0 is a number. */
export const NO_NUMBER = -1

/** In both columns of a point: none is known. */
export const NO_POINT = -0x8000_0000
/** Points are counted in these parts of a degree: eleven metres and less, finer than reports are. */
export const PARTS_OF_DEGREE = 10_000

/** Bits of `FigureColumns.flags`. */
export const OPEN = 1
export const NOT_COLLECTED = 2
/** Bits of `Facts.flags`. */
export const DISPUTED = 1
export const WITHHELD = 2
export const LASTING = 4

/** Figures, one a row: `low` and `best` are {@link NO_NUMBER} where nobody gave one, `high` also where there is no upper end. */
export interface FigureColumns {
  low: Int32Array
  best: Int32Array
  high: Int32Array
  /** {@link OPEN}: no upper end is known; {@link NOT_COLLECTED}: the dataset does not count this outcome. */
  flags: Uint8Array
}

/** Lists of values: those of row `i` are at `offset[i]` to `offset[i + 1]`, the last one not among them. */
interface Lists {
  offset: Uint32Array
}

export interface FactPlace {
  id: number
  /** Ids from the country down, itself last. Whatever a path names is itself in the list of places. */
  path: number[]
  kind: PlaceKind
  /** ISO 3166-1 alpha-2. */
  country: string | null
  /** Its own point, in parts of a degree. */
  point: { lat: number; lon: number } | null
  names: NamesByLanguage
}

export interface FactActor {
  id: number
  names: NamesByLanguage
}

export interface FactReport {
  id: number
  outlet: string
  title: string | null
  publishedOn: CivilDate | null
}

/** `actor` was part of `whole` from and until a day; {@link NO_DAY} is an open end. */
export interface FactRelation {
  actor: number
  whole: number
  from: number
  until: number
}

/** Words that the numbers in the columns stand for, by place in the list; and what hangs on incidents rarely. */
export interface FactWords {
  kinds: readonly Kind[]
  statuses: readonly Status[]
  grades: readonly (typeof grades)[number][]
  means: readonly (typeof meansOfAttack)[number][]
  parts: readonly Part[]
  precisions: readonly WherePrecision[]
  /** Slugs; the first is of what was logged here. */
  datasets: readonly string[]
  places: readonly FactPlace[]
  actors: readonly FactActor[]
  /** Those that tell of any row, a dataset's own ones apart. */
  reports: readonly FactReport[]
  partOf: readonly FactRelation[]
  /** By ids of incidents; both ends are among the rows. */
  duplicates: readonly DuplicateLink[]
  /** What claims of several incidents together add beyond each one's own, where all of these incidents are counted. */
  episodes: readonly { incidents: readonly number[]; casualties: Casualties }[]
}

/** Incidents, a row each, as columns of numbers. Rows stand by the known bound of their span (start, else end), then by id. */
export interface FactRows {
  id: Uint32Array
  /** First and last day that it may have been on, or {@link NO_DAY}; never both. */
  start: Int32Array
  end: Int32Array
  /** Places in the lists of words. */
  kind: Uint8Array
  place: Uint32Array
  /** Its own point in parts of a degree, or {@link NO_POINT}: then that of its place, if there is one. As masked where protected. */
  lat: Int32Array
  lon: Int32Array
  /** How exactly the point is known: place in `precisions`. */
  precision: Uint8Array
  dataset: Uint8Array
  status: Uint8Array
  /** Place in `grades`, or their number where none was given. */
  grade: Uint8Array
  /** {@link DISPUTED}: any of its figures is; {@link WITHHELD}: its figures leave out claims, and are to say so; {@link LASTING}: it went on for all of its span. */
  flags: Uint8Array
  killed: FigureColumns
  wounded: FigureColumns
  /** Actors with the part that each had and what its own side lost, as far as that is told. */
  parties: Lists & { actor: Uint32Array; part: Uint8Array; killed: FigureColumns; wounded: FigureColumns }
  /** Means of attack of each row. */
  attacks: Lists & { mean: Uint8Array }
  /** Places of further sites. */
  sites: Lists & { place: Uint32Array }
  /** Reports that tell of it; most imported rows have none. */
  tellings: Lists & { report: Uint32Array }
}

/**
 * Every incident that somebody may read, and the words that the numbers of its row stand for: what the explorer counts and
 * draws. docs/facts.md describes each column.
 */
export interface Facts extends FactWords, FactRows {}

/** The words alone. */
export function wordsOf(facts: FactWords): FactWords {
  const { kinds, statuses, grades, means, parts, precisions, datasets } = facts
  const { places, actors, reports, partOf, duplicates, episodes } = facts
  return {
    ...{ kinds, statuses, grades, means, parts, precisions, datasets },
    ...{ places, actors, reports, partOf, duplicates, episodes },
  }
}

const DAY_MS = 86_400_000

/** Days since 1 January 1970. */
export const dayNumber = (date: CivilDate): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS
export const dateOfDay = (day: number): CivilDate => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** The day that orders a row. */
export const sortDay = ({ start, end }: Pick<Facts, 'start' | 'end'>, row: number): number => {
  const first = start[row] as number
  return first === NO_DAY ? (end[row] as number) : first
}
