import type { ActorKind } from '@/lib/actor/lists'
import type { PersonStatus } from '@/lib/claim/cell'
import type { Count } from '@/lib/claim/count'
import type { Kind } from '@/lib/incident/kinds'
import type { CivilDate, WhenPrecision } from '@/lib/incident/when'
import type { Point, WherePrecision } from '@/lib/place/where'

/** An incident as a row of a dataset tells it: what every format's reader gives and the importer stores. */
export interface ImportedIncident {
  /** The dataset's own id of it, unique within the dataset. */
  externalId: string
  kind: Kind
  /** Inclusive; the dataset codes a span and how it is to be read. */
  when: { start: CivilDate; end: CivilDate; precision: WhenPrecision }
  where: ImportedWhere
  parties: ImportedParty[]
  /** People killed; a dataset that counts other outcomes adds them here when one comes. */
  killed: ImportedCount[]
}

export interface ImportedWhere {
  point: Point
  precision: WherePrecision
  /** What the dataset calls the point; a whole division or country bears the name of that. */
  name: string
  country: ImportedCountry
  /** First- and second-order division, null where not told. */
  division: string | null
  district: string | null
}

export interface ImportedCountry {
  /** The dataset's own key of the country ("gw:652"). */
  key: string
  /** ISO 3166-1 alpha-2; null for a country that the table of codes lacks. */
  code: string | null
  name: string
}

/** Datasets that name two sides and no aggressor give participants, both. */
export interface ImportedParty {
  /** Key of the actor across rows and files ("ucdp-actor:118"). */
  key: string
  name: string
  kind: ActorKind
}

/** One number of the row: its cell's said parts, and whether it is the whole or a part of it. */
export interface ImportedCount {
  /** Index into `parties`; null where not said. */
  party: number | null
  status: PersonStatus | null
  basis: 'total' | 'of-which'
  count: Count
  /** The row's low, best and high contradict one another: `count` holds them in order, the raw row as they were. */
  reordered: boolean
}

/** What is wrong with a row: the column, a stable code worded by the interface, and the value as found. */
export interface RowProblem {
  field: string
  code: RowProblemCode
  value: string
}

export const rowProblemCodes = [
  'columns-wrong-number',
  'row-broken',
  'row-not-utf8',
  'row-nul',
  'row-too-long',
  'value-missing',
  'value-too-long',
  'integer-wanted',
  'number-negative',
  'number-too-large',
  'type-unknown',
  'precision-unknown',
  'date-wrong',
  'end-before-start',
  'coordinates-wrong',
  'sides-same',
  'id-twice',
  'changed-here',
  'deleted-here',
] as const
export type RowProblemCode = (typeof rowProblemCodes)[number]
