import type { Kind } from '@/lib/incident/kinds'
import type { Grade, Means } from '@/lib/incident/lists'
import type { CivilDate } from '@/lib/incident/when'
import type { Casualties } from './summary'

/** Incidents of one kind in one bucket; `start` null: their span fits no single bucket. */
export interface TimeTally {
  start: CivilDate | null
  kind: Kind
  incidents: number
  /** Of them, those whose figures leave out claims. */
  withheld: number
  casualties: Casualties
}

/** Incidents of one source (null: logged here) that count under one place; null: only a further site is where asked. */
export interface PlaceTally {
  dataset: number | null
  place: number | null
  incidents: number
  /** Of them, those whose figures leave out claims. */
  withheld: number
  casualties: Casualties
}

/** Incidents that an actor took part in, and the losses of its own side in them; actor null: all others together. */
export interface ActorTally {
  actor: number | null
  actors: number
  incidents: number
  /** Of them, those whose figures leave out claims. */
  withheld: number
  casualties: Casualties
}

/** Incidents of one grade (null: none was given) in which the same means were used. */
export interface EvidenceTally {
  grade: Grade | null
  means: readonly Means[]
  incidents: number
  /** Of them, those whose figures leave out claims. */
  withheld: number
  casualties: Casualties
}
