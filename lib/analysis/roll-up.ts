import { type KindType, kinds, kindTypes, typeOfKind } from '@/lib/incident/kinds'
import { grades, meansOfAttack } from '@/lib/incident/lists'
import { bucketOf, fillGaps } from './buckets'
import type { Bucket, BucketUnit, Casualties, NamesByLanguage, Summary, Total } from './summary'
import type { ActorTally, EvidenceTally, PlaceTally, TimeTally } from './tally'
import { sumCasualties } from './totals'

/** Rows of a chart by actor or place; what is beyond is summed as "others". */
export const MOST_ROWS = 12

interface Counted {
  incidents: number
  withheld: number
  casualties: Casualties
}

const incidentsIn = (tallies: Pick<Counted, 'incidents'>[]): number =>
  tallies.reduce((sum, tally) => sum + tally.incidents, 0)
const casualtiesIn = (tallies: Pick<Counted, 'casualties'>[]): Casualties =>
  sumCasualties(tallies.map((tally) => tally.casualties))
const allIn = (tallies: Counted[]): Counted => ({
  incidents: incidentsIn(tallies),
  withheld: tallies.reduce((sum, tally) => sum + tally.withheld, 0),
  casualties: casualtiesIn(tallies),
})

function groupedBy<T, K>(all: T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

function byTypeIn(tallies: TimeTally[]) {
  const groups = groupedBy(tallies, (tally) => typeOfKind(tally.kind))
  const byType: Partial<Record<KindType, number>> = {}
  for (const type of kindTypes) {
    const group = groups.get(type)
    if (group) byType[type] = incidentsIn(group)
  }
  return { ...allIn(tallies), byType }
}

/** Buckets of `period` without gaps, and what fits none. Without a period there is nothing to show. */
export function rollUpTime(
  tallies: TimeTally[],
  unit: BucketUnit,
  period: Bucket | null,
): Summary['overTime'] {
  const placed = groupedBy(tallies, (tally) => tally.start)
  const buckets = [...placed].flatMap(([start, group]) =>
    start === null ? [] : [{ ...bucketOf(start, unit), ...byTypeIn(group) }],
  )
  const empty = (bucket: Bucket) => ({ ...bucket, ...byTypeIn([]) })
  return {
    unit,
    buckets: period === null ? [] : fillGaps(buckets, period, unit, empty),
    unplaced: byTypeIn(placed.get(null) ?? []),
  }
}

/** Kinds with most incidents first; those with none are left out. */
export function rollUpKinds(tallies: TimeTally[]): Summary['byKind'] {
  const groups = groupedBy(tallies, (tally) => tally.kind)
  return kinds
    .flatMap((kind) => {
      const group = groups.get(kind)
      return group ? [{ kind, ...allIn(group) }] : []
    })
    .sort((a, b) => b.incidents - a.incidents)
}

/** Grades in the order of their list, last those without one; those with no incidents are left out. */
export function rollUpGrades(tallies: EvidenceTally[]): Summary['byGrade'] {
  const groups = groupedBy(tallies, (tally) => tally.grade)
  return [...grades, null].flatMap((grade) => {
    const group = groups.get(grade)
    return group ? [{ grade, ...allIn(group) }] : []
  })
}

/** Means with most incidents first; those with none are left out. */
export function rollUpMeans(tallies: Pick<EvidenceTally, 'means' | keyof Counted>[]): Summary['byMeans'] {
  const rows = meansOfAttack.flatMap((means) => {
    const group = tallies.filter((tally) => tally.means.includes(means))
    return group.length > 0 ? [{ means, ...allIn(group) }] : []
  })
  return {
    rows: rows.sort((a, b) => b.incidents - a.incidents),
    untold: allIn(tallies.filter((tally) => tally.means.length === 0)),
  }
}

/** The `limit` places with most incidents, the others together, and what has only a site in any of the places. */
export function rollUpPlaces(
  tallies: PlaceTally[],
  limit: number,
): {
  rows: ({ place: number } & Counted)[]
  others: Summary['byPlace']['others']
  elsewhere: Summary['byPlace']['elsewhere']
} {
  const groups = groupedBy(tallies, (tally) => tally.place)
  const elsewhere = groups.get(null) ?? []
  const rows = [...groups]
    .flatMap(([place, group]) => (place === null ? [] : [{ place, ...allIn(group) }]))
    .sort((a, b) => b.incidents - a.incidents || a.place - b.place)
  const others = rows.slice(limit)
  return {
    rows: rows.slice(0, limit),
    others: { places: others.length, ...allIn(others) },
    elsewhere: allIn(elsewhere),
  }
}

/** Rows, others and what no party accounts for. `undecided`: incidents without a best of which no party tells. */
export function rollUpActors(
  tallies: ActorTally[],
  names: Map<number, NamesByLanguage>,
  whole: Casualties,
  undecided: { killed: Total['disputed']; wounded: Total['disputed'] },
): Summary['byActor'] {
  const sides = casualtiesIn(tallies)
  const others = tallies.filter((tally) => tally.actor === null)
  return {
    rows: tallies.flatMap(({ actor, actors, ...counted }) =>
      actor === null ? [] : [{ actor, names: names.get(actor) ?? noNames, ...counted }],
    ),
    others: { actors: others[0]?.actors ?? 0, ...allIn(others) },
    notAttributed: {
      killed: rest(whole.killed, sides.killed, undecided.killed),
      wounded: rest(whole.wounded, sides.wounded, undecided.wounded),
    },
  }
}

const noNames: NamesByLanguage = { ar: null, en: null }

function rest(whole: Total, sides: Total, disputed: Total['disputed']): Total {
  return {
    low: Math.max(0, whole.low - sides.high),
    best: whole.best - sides.best,
    high: Math.max(0, whole.high - sides.low),
    open: whole.open,
    disputed,
    notCollected: 0,
  }
}
