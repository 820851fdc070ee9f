import { type Casts, castsOf } from './casts'
import type { Facts } from './facts'
import { type Losses, lossesOfIncidents, lossesOfParties } from './losses'
import { meansUsed } from './means-used'
import { type Patterns, patternsOf } from './patterns'
import { RowsByDay } from './rows-by-day'
import { countriesOf, type Strata, strataOf } from './strata'
import { type KnownDays, knownDaysOf } from './time-cells'

/** What follows from the facts, made once: rows sorted and looked up in far fewer steps than there are rows. */
export interface Known {
  rows: RowsByDay
  patterns: Patterns
  /** Rows alike in kind, dataset, status, grade and means. */
  strata: Strata
  /** Means that were used together, a bit each: what strata have in place of means. */
  usedMeans: readonly number[]
  /** Countries, as places in the list of places. */
  countries: readonly number[]
  casts: Casts
  /** What incidents add, and what their sides do. */
  losses: Losses
  sideLosses: Losses
  days: KnownDays
  /** Rows that have further sites. */
  withSites: Uint32Array
  /** Rows of which reports tell. */
  told: Uint32Array
  /** By place: those of its path, as places in the list of places; those of `i` from `offset[i]` on. */
  paths: { offset: Uint32Array; place: Uint32Array }
}

export function knownOf(facts: Facts): Known {
  const { of: country, countries } = countriesOf(facts)
  const whole = lossesOfIncidents(facts)
  const sides = lossesOfParties(facts)
  const { ofRow: means, used } = meansUsed(facts)
  const { strata, of: stratum } = strataOf(facts, means)
  const { casts, of: cast } = castsOf(facts, whole, stratum)
  return {
    rows: new RowsByDay(facts),
    patterns: patternsOf(facts, { cast, country, loss: whole.of, sides }, casts.stratum),
    strata,
    usedMeans: used,
    countries,
    casts,
    losses: whole.losses,
    sideLosses: sides.losses,
    days: knownDaysOf(facts),
    withSites: rowsWithAny(facts.sites),
    told: rowsWithAny(facts.tellings),
    paths: pathsOf(facts),
  }
}

function rowsWithAny({ offset }: { offset: Uint32Array }): Uint32Array {
  const rows: number[] = []
  for (let row = 0; row + 1 < offset.length; row++) if (offset[row] !== offset[row + 1]) rows.push(row)
  return Uint32Array.from(rows)
}

function pathsOf({ places }: Facts): Known['paths'] {
  const indexOf = new Map(places.map(({ id }, index) => [id, index]))
  const offset = new Uint32Array(places.length + 1)
  const path: number[] = []
  for (const [index, place] of places.entries()) {
    for (const id of place.path) path.push(indexOf.get(id) ?? index)
    offset[index + 1] = path.length
  }
  return { offset, place: Uint32Array.from(path) }
}
