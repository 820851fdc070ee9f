import type { Kind, KindType } from '@/lib/incident/kinds'
import type { Grade, Means, Status } from '@/lib/incident/lists'
import type { CivilDate } from '@/lib/incident/when'
import type { Area } from '@/lib/place/area'

/** Slug by which a filter names what was logged here, outside every dataset. */
export const OWN_DATASET = 'own'

/** In place of a grade: incidents that were given none. */
export const NO_GRADE = 'none'

/**
 * Which incidents are meant: one value that the URL, SQL, exports and chart titles all speak.
 * Empty lists and nulls ask for nothing. Values of one list are alternatives (but for `parties`, who must all have been
 * there), lists narrow one another.
 */
export interface Filter {
  /** Words that the incident's texts and names must all contain, folded (lib/text/fold.ts). */
  text: string
  /** Inclusive. An incident is in only if its whole span is; those partly inside are counted apart. */
  from: CivilDate | null
  to: CivilDate | null
  kinds: (Kind | KindType)[]
  /** Actor ids; an actor brings what was part of it at the time of the incident. */
  actors: number[]
  /** Actor ids that all took part themselves: what is merely part of them does not count. */
  parties: number[]
  /** Place ids; a place brings what lies below it. Any place of the incident will do, its sites' too. */
  places: number[]
  /** Place ids; the primary place, by which the incident is counted, is one of them or lies below it. */
  primaryPlaces: number[]
  /** Drawn on the map: the incident's own point, or else that of its primary place, lies in it. */
  area: Area | null
  killedAtLeast: number | null
  /** Without any, all but the rejected and the withdrawn ones: those are found only when asked for. */
  statuses: Status[]
  /** Evidence grades; `none` is for incidents that were given none. */
  grades: (Grade | typeof NO_GRADE)[]
  /** Means of attack, any of which was used. */
  means: Means[]
  /** Dataset slugs; `own` is what was logged here. */
  datasets: string[]
  /** Ids of reports, any of which tells of the incident. A report that the viewer may not read tells them of nothing. */
  reports: number[]
  disputedOnly: boolean
}

export const emptyFilter: Filter = {
  text: '',
  from: null,
  to: null,
  kinds: [],
  actors: [],
  parties: [],
  places: [],
  primaryPlaces: [],
  area: null,
  killedAtLeast: null,
  statuses: [],
  grades: [],
  means: [],
  datasets: [],
  reports: [],
  disputedOnly: false,
}
