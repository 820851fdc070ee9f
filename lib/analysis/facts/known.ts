import { type Casts, castsOf } from './casts'
import { cutByStratum } from './cut-by-stratum'
import type { Facts } from './facts'
import { type Losses, lossesOfIncidents } from './losses'
import { meansUsed } from './means-used'
import { RowsByDay } from './rows-by-day'
import { type Sides, sidesOf } from './sides'
import { countriesOf, type Strata, strataOf } from './strata'
import { type KnownDays, knownDaysOf } from './time-tally'

/** What follows from the facts, made once: rows sorted and looked up in far fewer steps than there are rows. */
export interface Known {
  rows: RowsByDay
  /** Rows alike in kind, dataset, status, grade and means. */
  graded: Strata
  /** Means that were used together, a bit each: what strata have in place of means. */
  usedMeans: readonly number[]
  /** Rows of one country, cut by stratum. */
  located: Located
  /** Countries, as places in the list of places. */
  countries: readonly number[]
  casts: Casts
  losses: Losses
  sides: Sides
  days: KnownDays
  /** Rows that have further sites. */
  withSites: Uint32Array
  /** Rows of which reports tell. */
  told: Uint32Array
  /** By place: those of its path, as places in the list of places; those of `i` from `offset[i]` on. */
  paths: { offset: Uint32Array; place: Uint32Array }
}

/** Strata of the rows of one country, and by each the one of the others that it is a part of. */
export interface Located extends Strata {
  stratum: Uint32Array
}

export function knownOf(facts: Facts): Known {
  const { id, kind, dataset, status, grade } = facts
  const { ofRow: country, countries } = countriesOf(facts)
  const losses = lossesOfIncidents(facts)
  const { ofRow: means, used } = meansUsed(facts)
  const graded = strataOf({ kind, dataset, status, grade, means }, id.length)
  const casts = castsOf(facts, losses, graded)
  return {
    rows: new RowsByDay(facts),
    graded,
    usedMeans: used,
    located: locatedIn(country, countries.length, graded),
    countries,
    casts,
    losses,
    sides: sidesOf(facts, casts),
    days: knownDaysOf(facts),
    withSites: rowsWithAny(facts.sites),
    told: rowsWithAny(facts.tellings),
    paths: pathsOf(facts),
  }
}

function locatedIn(country: Uint32Array, countries: number, graded: Strata): Located {
  const { size, part, group, stratum } = cutByStratum(country, graded.ofRow, countries, graded.size)
  return { size, ofRow: part, keys: { country: group }, stratum }
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
