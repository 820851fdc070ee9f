import type { FigureState } from '@/lib/claim/figure'
import type { Kind } from '@/lib/incident/kinds'
import type { LinkKind, Part, Status } from '@/lib/incident/lists'
import type { When } from '@/lib/incident/when'
import type { PlaceKind, WherePrecision } from '@/lib/place/where'
import type { Bucket, NamesByLanguage } from './summary'

/** A figure as the lists show it; `not-collected` where the dataset does not count this outcome at all. */
export interface Fact {
  low: number | null
  best: number | null
  high: number | null
  open: boolean
  state: FigureState | 'not-collected'
}

export interface NamedPlace {
  id: number
  kind: PlaceKind
  /** ISO 3166-1 alpha-2. */
  country: string | null
  names: NamesByLanguage
}

export interface ListedParty {
  actor: number
  names: NamesByLanguage
  part: Part
}

/** An incident as the timeline shows it: enough for its line, no claim opened. */
export interface ListedIncident {
  code: string
  /** Null in both languages for an imported incident: see lib/incident/title.ts. */
  title: NamesByLanguage
  kind: Kind
  when: When
  place: NamedPlace
  /** What the place lies in, from the country down. */
  within: NamedPlace[]
  wherePrecision: WherePrecision
  parties: ListedParty[]
  killed: Fact
  wounded: Fact
  /** Slug of its dataset; null for what was logged here. */
  dataset: string | null
  status: Status
  disputed: boolean
  /** Whether its figures leave out claims that are not for all who see it listed; never, unless the setting says so. */
  withheld: boolean
}

/** One page of a list. `next` leads to the following page, null at the end. */
export interface IncidentPage {
  incidents: ListedIncident[]
  next: string | null
}

/** A heading of the timeline: incidents sorted into a day, month or year by the known bound of their span. */
export interface IncidentGroup extends Bucket {
  /** Whose whole span lies in the group. */
  whole: number
  /** Whose span begins (or, where that is open, ends) here and reaches beyond. */
  reachingBeyond: number
}

/** An incident with its links to others, by their ids. */
export type LinkedIncident = ListedIncident & {
  id: number
  /** `out`: it is the one of which the link says something (it retaliates for the other), `in`: the other is. */
  links: { kind: LinkKind; way: 'out' | 'in'; other: number }[]
}
