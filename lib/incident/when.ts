/** A civil date `YYYY-MM-DD`, proleptic Gregorian, years 1000 to 2999. Never an instant: reports rarely state a zone. */
export type CivilDate = string

export const whenPrecisions = ['minute', 'part-of-day', 'day', 'days', 'week', 'month', 'year'] as const
export const whenSenses = ['within', 'throughout'] as const
export const whenOpenings = ['none', 'on-or-before', 'on-or-after'] as const
export const partsOfDay = ['dawn', 'morning', 'noon', 'afternoon', 'evening', 'night'] as const

export type WhenPrecision = (typeof whenPrecisions)[number]
export type WhenSense = (typeof whenSenses)[number]
export type WhenOpening = (typeof whenOpenings)[number]
export type PartOfDay = (typeof partsOfDay)[number]

/**
 * An uncertain date: the span it lies in or fills.
 *
 * `start` and `end` are inclusive. An open end is null: `on-or-before` has no start, `on-or-after` no end.
 * `phrase` keeps the words as reported ("أمس السبت") and `countedFrom` the day they count from.
 */
export interface When {
  start: CivilDate | null
  end: CivilDate | null
  precision: WhenPrecision
  /** `within`: at some time in the span; `throughout`: it lasted the whole span. */
  sense: WhenSense
  open: WhenOpening
  /** Local wall-clock time `HH:MM`, only with precision `minute`. */
  time: string | null
  partOfDay: PartOfDay | null
  phrase: string | null
  countedFrom: CivilDate | null
}
