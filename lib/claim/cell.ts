/**
 * What a casualty claim counts. An empty part means "not said", never "none":
 * the cell with every part empty is the whole of its outcome.
 */
export interface Cell {
  /** Key of a site of the incident. */
  site: string | null
  /** Key of a party of the incident: whose people they were. */
  party: string | null
  status: PersonStatus | null
  sexAge: SexAge | null
  outcome: Outcome
  unit: Unit
}

export const outcomes = [
  'killed',
  'wounded',
  'missing',
  'captured',
  'abducted',
  'arrested',
  'displaced',
] as const
export const units = ['persons', 'families', 'bodies'] as const
/** `unknown` is a coder's own word for people whose status nobody knows; an unsaid status is null. */
export const personStatuses = [
  'civilian',
  'combatant',
  'aircrew',
  'police',
  'medical',
  'journalist',
  'aid-worker',
  'detainee',
  'protester',
  'unknown',
] as const
export const sexAges = ['men', 'women', 'adults', 'children', 'boys', 'girls', 'elderly'] as const

export type Outcome = (typeof outcomes)[number]
export type Unit = (typeof units)[number]
export type PersonStatus = (typeof personStatuses)[number]
export type SexAge = (typeof sexAges)[number]
