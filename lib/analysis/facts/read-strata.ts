import { MOST_ROWS, rollUpMeans, rollUpPlaces } from '../roll-up'
import { addLoss } from './add-losses'
import type { Answer, Counted } from './answer'
import type { Duplicates } from './duplicates'
import type { Facts } from './facts'
import type { Known } from './known'
import { meansIn } from './means-used'
import type { PatternCounts } from './pattern-counts'
import { ofStrata } from './pattern-fails'
import { addStrata } from './strata'
import { countedAt, incidentsAt, newSums, STRIDE } from './sums'
import { leftOutBy, type View } from './views'

/** What the views are read from. */
export interface Source {
  facts: Facts
  known: Known
  counts: PatternCounts
  duplicates: Duplicates
  /** Of each pattern, which dimensions it fails. */
  patternFails: Uint16Array
  /** Of each stratum, which of its own dimensions it fails; and sums by stratum of the rows that fail no others. */
  strataFail: Uint16Array
  sums: Float64Array
}

/** Sums by stratum of the rows that fail nothing but what a stratum does. */
export function sumsByStratum({ known, counts, patternFails }: Omit<Source, 'sums'>): Float64Array {
  const { patterns, losses, strata } = known
  const sums = newSums(strata.size)
  for (let pattern = 0; pattern < patterns.size; pattern++) {
    const times = counts.asked[pattern] as number
    if (times === 0 || ((patternFails[pattern] as number) & ~ofStrata) !== 0) continue
    const at = (patterns.stratum[pattern] as number) * STRIDE
    addLoss(sums, at, losses, patterns.loss[pattern] as number, times)
  }
  return sums
}

/** Sums of a view by what its strata have in common, a group for each word of the list; less its duplicates. */
function sumsOf(source: Source, view: View, groupOf: Uint32Array, groups: number): Float64Array {
  const { sums, strataFail, known, duplicates } = source
  const { patterns, losses } = known
  const into = newSums(groups)
  addStrata(into, groupOf, sums, strataFail, leftOutBy(view))
  for (const row of duplicates.leftOutOf(view)) {
    const pattern = patterns.ofRow[row] as number
    const group = groupOf[patterns.stratum[pattern] as number] as number
    addLoss(into, group * STRIDE, losses, patterns.loss[pattern] as number, -1)
  }
  return into
}

/** How many rows of each pattern a view counts: such as fail nothing, and such as fail only the view's own part. */
export function rowsCounted(source: Source, view: 'places' | 'actors'): Int32Array {
  const { known, counts, duplicates, patternFails } = source
  const { ofRow } = known.patterns
  const beside = view === 'places' ? counts.elsewhere : counts.others
  const rows = new Int32Array(patternFails.length)
  for (let pattern = 0; pattern < rows.length; pattern++)
    if (((patternFails[pattern] as number) & ~leftOutBy(view)) === 0)
      rows[pattern] = (counts.asked[pattern] as number) + (beside[pattern] as number)
  for (const row of duplicates.leftOutOf(view)) {
    const pattern = ofRow[row] as number
    rows[pattern] = (rows[pattern] as number) - 1
  }
  return rows
}

/** Groups that have incidents, each with its place in the list of words. */
function countedGroups(sums: Float64Array): (Counted & { index: number })[] {
  const groups: (Counted & { index: number })[] = []
  for (let index = 0; index * STRIDE < sums.length; index++)
    if (incidentsAt(sums, index * STRIDE) > 0) groups.push({ index, ...countedAt(sums, index * STRIDE) })
  return groups
}

/** What is counted in the whole filter. */
export function wholeFilter(source: Source): Counted {
  return countedAt(sumsOf(source, 'totals', new Uint32Array(source.known.strata.size), 1), 0)
}

export function byGrade(source: Source): Answer['byGrade'] {
  const { grades } = source.facts
  const groups = countedGroups(sumsOf(source, 'grades', source.known.strata.keys.grade, grades.length + 1))
  return groups.map(({ index, ...counted }) => ({ grade: grades[index] ?? null, ...counted }))
}

export function byMeans(source: Source): Answer['byMeans'] {
  const { usedMeans } = source.known
  const groups = countedGroups(sumsOf(source, 'means', source.known.strata.keys.means, usedMeans.length))
  return rollUpMeans(
    groups.map(({ index, ...counted }) => ({
      means: meansIn(source.facts, usedMeans[index] as number),
      ...counted,
    })),
  )
}

export function byKind(source: Source): Answer['byKind'] {
  const { kinds } = source.facts
  return countedGroups(sumsOf(source, 'kinds', source.known.strata.keys.kind, kinds.length))
    .flatMap(({ index, ...counted }) => named('kind', kinds[index], counted))
    .sort((a, b) => b.incidents - a.incidents)
}

export function byDataset(source: Source): Answer['byDataset'] {
  const { datasets } = source.facts
  return countedGroups(sumsOf(source, 'datasets', source.known.strata.keys.dataset, datasets.length))
    .flatMap(({ index, ...counted }) => named('dataset', datasets[index], counted))
    .sort((a, b) => b.incidents - a.incidents)
}

export function byStatus(source: Source): Answer['byStatus'] {
  const { statuses } = source.facts
  return countedGroups(sumsOf(source, 'statuses', source.known.strata.keys.status, statuses.length)).flatMap(
    ({ index, ...counted }) => named('status', statuses[index], counted),
  )
}

/** A row under its word: none, where the list has no such word. */
const named = <K extends string, W>(key: K, word: W | undefined, counted: Counted) =>
  word === undefined ? [] : [{ ...counted, [key]: word } as Counted & Record<K, W>]

export function byPlace(source: Source): Answer['byPlace'] {
  const { facts, known } = source
  const { countries, patterns, losses } = known
  const rows = rowsCounted(source, 'places')
  const sums = newSums(countries.length)
  for (let pattern = 0; pattern < rows.length; pattern++) {
    if (rows[pattern] === 0) continue
    const at = (patterns.country[pattern] as number) * STRIDE
    addLoss(sums, at, losses, patterns.loss[pattern] as number, rows[pattern] as number)
  }
  const found = countedGroups(sums).flatMap(({ index, ...counted }) =>
    facts.places
      .slice(countries[index], (countries[index] as number) + 1)
      .map((place) => ({ place, counted })),
  )
  const names = new Map(found.map(({ place }) => [place.id, place.names]))
  const rolledUp = rollUpPlaces(
    found.map(({ place, counted }) => ({ dataset: null, place: place.id, ...counted })),
    MOST_ROWS,
  )
  const name = (place: number) => names.get(place) ?? { ar: null, en: null }
  return { ...rolledUp, rows: rolledUp.rows.map((row) => ({ ...row, names: name(row.place) })) }
}
