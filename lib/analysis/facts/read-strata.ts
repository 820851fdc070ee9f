import { MOST_ROWS, rollUpMeans, rollUpPlaces } from '../roll-up'
import { addCasualties, noCasualties } from '../totals'
import type { Answer, Counted } from './answer'
import type { Facts } from './facts'
import type { Known } from './known'
import { meansIn } from './means-used'
import type { StratumKey } from './strata'
import { countedAt, incidentsAt, newSums, STRIDE } from './sums'
import type { StrataView, Tallies } from './tallies'
import { leftOutBy } from './views'

/** What the sums are read from. */
export interface Source {
  facts: Facts
  known: Known
  tallies: Tallies
  /** Of each stratum, which dimensions it fails. */
  strataFail: Uint16Array
}

/** Sums of a view by what its strata have in common, a group for each word of the list; less its duplicates. */
function sumsOf(
  { tallies, strataFail }: Source,
  view: StrataView,
  key: StratumKey,
  groups: number,
): Float64Array {
  const sums = newSums(groups)
  tallies.inPlaces.tally.addUp(sums, key, strataFail, leftOutBy(view), 1)
  tallies.leftOut[view].addUp(sums, key, strataFail, leftOutBy(view), -1)
  return sums
}

/** Groups that have incidents, each with its place in the list of words. */
function countedGroups(sums: Float64Array): (Counted & { index: number })[] {
  const groups: (Counted & { index: number })[] = []
  for (let index = 0; index * STRIDE < sums.length; index++)
    if (incidentsAt(sums, index * STRIDE) > 0) groups.push({ index, ...countedAt(sums, index * STRIDE) })
  return groups
}

/** What is counted in the whole filter: by grade first, of which there are few and every row has one or none. */
export function wholeFilter(source: Source): Counted {
  const groups = countedGroups(sumsOf(source, 'totals', 'grade', source.facts.grades.length + 1))
  return groups.reduce<Counted>(
    (sum, { incidents, withheld, casualties }) => ({
      incidents: sum.incidents + incidents,
      withheld: sum.withheld + withheld,
      casualties: addCasualties(sum.casualties, casualties),
    }),
    { incidents: 0, withheld: 0, casualties: noCasualties() },
  )
}

export function byGrade(source: Source): Answer['byGrade'] {
  const { grades } = source.facts
  const groups = countedGroups(sumsOf(source, 'grades', 'grade', grades.length + 1))
  return groups.map(({ index, ...counted }) => ({ grade: grades[index] ?? null, ...counted }))
}

export function byMeans(source: Source): Answer['byMeans'] {
  const { usedMeans } = source.known
  const groups = countedGroups(sumsOf(source, 'means', 'means', usedMeans.length))
  return rollUpMeans(
    groups.map(({ index, ...counted }) => ({
      means: meansIn(source.facts, usedMeans[index] as number),
      ...counted,
    })),
  )
}

export function byKind(source: Source): Answer['byKind'] {
  const { kinds } = source.facts
  return countedGroups(sumsOf(source, 'kinds', 'kind', kinds.length))
    .flatMap(({ index, ...counted }) => named('kind', kinds[index], counted))
    .sort((a, b) => b.incidents - a.incidents)
}

export function byDataset(source: Source): Answer['byDataset'] {
  const { datasets } = source.facts
  return countedGroups(sumsOf(source, 'datasets', 'dataset', datasets.length))
    .flatMap(({ index, ...counted }) => named('dataset', datasets[index], counted))
    .sort((a, b) => b.incidents - a.incidents)
}

export function byStatus(source: Source): Answer['byStatus'] {
  const { statuses } = source.facts
  return countedGroups(sumsOf(source, 'statuses', 'status', statuses.length)).flatMap(
    ({ index, ...counted }) => named('status', statuses[index], counted),
  )
}

/** A row under its word: none, where the list has no such word. */
const named = <K extends string, W>(key: K, word: W | undefined, counted: Counted) =>
  word === undefined ? [] : [{ ...counted, [key]: word } as Counted & Record<K, W>]

export function byPlace({ facts, known, tallies, strataFail }: Source): Answer['byPlace'] {
  const { countries, located } = known
  const sums = newSums(countries.length)
  const fails = Uint16Array.from(located.stratum, (stratum) => strataFail[stratum] as number)
  tallies.anywhere.tally.addUp(sums, 'country', fails, 0, 1)
  const found = countedGroups(sums).flatMap(({ index, ...counted }) =>
    facts.places
      .slice(countries[index], (countries[index] as number) + 1)
      .map((place) => ({ place, counted })),
  )
  const names = new Map(found.map(({ place }) => [place.id, place.names]))
  const { rows, others, elsewhere } = rollUpPlaces(
    found.map(({ place, counted }) => ({ dataset: null, place: place.id, ...counted })),
    MOST_ROWS,
  )
  return {
    rows: rows.map((row) => ({ ...row, names: names.get(row.place) ?? { ar: null, en: null } })),
    others,
    elsewhere,
  }
}
