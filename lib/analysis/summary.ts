import type { Kind, KindType } from '@/lib/incident/kinds'
import type { Grade, Means } from '@/lib/incident/lists'
import type { CivilDate } from '@/lib/incident/when'

/**
 * Sum of low, best and high over the incidents whose figure has a best; those without one stand apart.
 * Incidents of which nobody gave a number add nothing anywhere.
 */
export interface Total {
  low: number
  best: number
  high: number
  /** "+": at least one of the figures summed has no upper end. */
  open: boolean
  /** Incidents whose figure is disputed or has bounds and no best, with the range left out of the sums. */
  disputed: { count: number; low: number; high: number }
  /** Incidents of datasets that do not collect this outcome. */
  notCollected: number
}

export interface Casualties {
  killed: Total
  wounded: Total
}

/** A stretch of the calendar: `start` to `end`, inclusive. */
export interface Bucket {
  start: CivilDate
  end: CivilDate
}

export type BucketUnit = 'day' | 'week' | 'month' | 'year'

/**
 * The charts and the totals of one filter. Sums fit: in every breakdown but those by means and by report, which may share incidents, rows + others + unplaced or not
 * attributed + `episodes` = `totals`, and the incidents of the buckets + unplaced = `incidents`.
 */
export interface Summary {
  /** Incidents counted: those listed, less `duplicates`. */
  incidents: number
  /**
   * Of them, those whose figures leave out claims that are not for all who are told them; 0 unless the installation is set
   * to say so. The same of each row.
   */
  withheld: number
  /** Incidents listed but not counted, since one they are marked a duplicate of is counted. */
  duplicates: number
  /** Incidents whose span only partly lies in the filter's period: not counted in anything else. */
  partlyInside: number
  totals: Casualties
  /** What claims about several incidents together add beyond each one's own; episodes that lie wholly in the filter. */
  episodes: { count: number; casualties: Casualties }
  overTime: {
    unit: BucketUnit
    buckets: (Bucket & {
      incidents: number
      withheld: number
      byType: Partial<Record<KindType, number>>
      casualties: Casualties
    })[]
    /** Incidents whose span fits no single bucket, or has an open end. */
    unplaced: {
      incidents: number
      withheld: number
      byType: Partial<Record<KindType, number>>
      casualties: Casualties
    }
  }
  byKind: { kind: Kind; incidents: number; withheld: number; casualties: Casualties }[]
  /** Killed and wounded are those of the actor's own side. */
  byActor: {
    /** Those that took part most often, most incidents first; an incident of several actors is in several rows. */
    rows: {
      actor: number
      names: NamesByLanguage
      incidents: number
      withheld: number
      casualties: Casualties
    }[]
    /** Actors beyond the rows shown. */
    others: { actors: number; incidents: number; withheld: number; casualties: Casualties }
    /**
     * What no party's figure accounts for: best = total − Σ parties, below 0 where parties are told above their whole;
     * low and high are what the ranges leave possible. Disputed are those of whose figure no party's tells anything.
     */
    notAttributed: Casualties
  }
  /**
   * By primary place: the next level below the filter's one place (itself where nothing finer is known), several places
   * side by side.
   */
  byPlace: {
    rows: {
      place: number
      names: NamesByLanguage
      incidents: number
      withheld: number
      casualties: Casualties
    }[]
    others: { places: number; incidents: number; withheld: number; casualties: Casualties }
    /** Incidents that only a further site brings into the filter's places; their primary place lies elsewhere. */
    elsewhere: { incidents: number; withheld: number; casualties: Casualties }
  }
  /** In the order of their list; last those that were given none (null). */
  byGrade: { grade: Grade | null; incidents: number; withheld: number; casualties: Casualties }[]
  /** An incident is in the row of each of its means. */
  byMeans: {
    rows: { means: Means; incidents: number; withheld: number; casualties: Casualties }[]
    /** Incidents of which no means is told. */
    untold: { incidents: number; withheld: number; casualties: Casualties }
  }
  /** Of reports that the viewer may read, a dataset's own ones apart: an incident is in the row of each that tells of it. */
  byReport: {
    rows: (NamedReport & { incidents: number; withheld: number; casualties: Casualties })[]
    /** Reports beyond the rows shown, and the incidents that any of them tells of. */
    others: { reports: number; incidents: number; withheld: number; casualties: Casualties }
  }
  /** Incidents of several sources begin in one month in one division, unmatched: a happening may be counted twice. */
  mixed: boolean
  /** Licence and attribution of every dataset that the numbers rest on. */
  attributions: {
    dataset: string
    name: string
    version: string
    attribution: string
    licence: string
    url: string | null
    incidents: number
  }[]
}

/** Primary names; at least one is there. */
export interface NamesByLanguage {
  ar: string | null
  en: string | null
}

/** A report as it is called where incidents are counted. */
export interface NamedReport {
  report: number
  outlet: string
  title: string | null
  publishedOn: CivilDate | null
}
