import type { Kind, KindType } from '@/lib/incident/kinds'
import type { CivilDate } from '@/lib/incident/when'

/** Sum of low, best and high over the incidents whose figure is decided; the disputed ones stand apart. */
export interface Total {
  low: number
  best: number
  high: number
  /** "+": at least one figure has no upper end. */
  open: boolean
  /** Incidents whose figure is disputed or has no best, with the range left out of `best`. */
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

/** The five charts and the totals of one filter. Everywhere buckets + unplaced = total. */
export interface Summary {
  incidents: number
  /** Incidents whose span only partly lies in the filter's period: not counted in anything else. */
  partlyInside: number
  totals: Casualties
  overTime: {
    unit: BucketUnit
    buckets: (Bucket & {
      incidents: number
      byType: Partial<Record<KindType, number>>
      casualties: Casualties
    })[]
    /** Incidents whose span fits no single bucket, or has an open end. */
    unplaced: { incidents: number; byType: Partial<Record<KindType, number>>; casualties: Casualties }
  }
  byKind: { kind: Kind; incidents: number; casualties: Casualties }[]
  /** Killed and wounded are those of the actor's own side. */
  byActor: {
    rows: { actor: number; names: NamesByLanguage; incidents: number; casualties: Casualties }[]
    /** Actors beyond the rows shown. */
    others: { actors: number; incidents: number; casualties: Casualties }
    /** What no party's figure accounts for: total − Σ parties. */
    notAttributed: Casualties
  }
  /** The next level below the filter's place: countries, divisions, places. */
  byPlace: {
    rows: { place: number; names: NamesByLanguage; incidents: number; casualties: Casualties }[]
    others: { places: number; incidents: number; casualties: Casualties }
  }
  /** Licence and attribution of every dataset that the numbers rest on. */
  attributions: {
    dataset: string
    name: string
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
