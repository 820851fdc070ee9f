import type { Status } from '@/lib/incident/lists'
import type { Casualties, NamesByLanguage, Summary } from '../summary'

/** Incidents with their figures; `withheld` of them leave out claims. */
export interface Counted {
  incidents: number
  withheld: number
  casualties: Casualties
}

/**
 * What every view of the explorer shows of one filter. Each view leaves out the part of the filter that it is the picture
 * of, and is counted as the summary of what is left: with the same numbers, duplicates and order of rows. What no incident
 * is in has no row.
 */
export interface Answer
  extends Pick<
    Summary,
    /** Of the whole filter. */
    | 'incidents'
    | 'withheld'
    | 'duplicates'
    | 'partlyInside'
    | 'totals'
    | 'episodes'
    /** Without the period. */
    | 'overTime'
    /** Without the kinds. */
    | 'byKind'
    /** Without the actors and the parties. */
    | 'byActor'
    /** Without the places and primary places, so by country. */
    | 'byPlace'
    /** Without the grades, the means, the reports, in turn. */
    | 'byGrade'
    | 'byMeans'
    | 'byReport'
  > {
  /**
   * Without the actors and the parties: of the actors shown first, in how many incidents each took part with each other,
   * as `incidents[row][column]`; 0 of each with itself.
   */
  byPair: { actors: { actor: number; names: NamesByLanguage }[]; incidents: number[][] }
  /** Without the datasets; most incidents first. */
  byDataset: (Counted & { dataset: string })[]
  /**
   * Without the statuses, the rejected and withdrawn too; in the order of their list. Each row is what asking for this
   * status alone would count: an incident is not left out for a duplicate that has another status.
   */
  byStatus: (Counted & { status: Status })[]
}
