import type { Kind, KindType } from '@/lib/incident/kinds'
import type { Status } from '@/lib/incident/lists'
import type { CivilDate } from '@/lib/incident/when'

/**
 * Which incidents are meant: one value that the URL, SQL, exports and chart titles all speak.
 * Empty lists and nulls ask for nothing. Values of one list are alternatives, lists narrow one another.
 */
export interface Filter {
  /** Words that the incident's texts and names must all contain, folded (lib/text/fold.ts). */
  text: string
  /** Inclusive. An incident is in only if its whole span is; those partly inside are counted apart. */
  from: CivilDate | null
  to: CivilDate | null
  kinds: (Kind | KindType)[]
  /** Actor ids; an actor brings what is part of it. */
  actors: number[]
  /** Place ids; a place brings what lies below it. */
  places: number[]
  killedAtLeast: number | null
  /** Without any, all but the rejected ones: a rejected incident is found only when asked for. */
  statuses: Status[]
  /** Dataset slugs; `own` is what was logged here. */
  datasets: string[]
  disputedOnly: boolean
}

export const emptyFilter: Filter = {
  text: '',
  from: null,
  to: null,
  kinds: [],
  actors: [],
  places: [],
  killedAtLeast: null,
  statuses: [],
  datasets: [],
  disputedOnly: false,
}
