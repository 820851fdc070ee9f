import 'server-only'
import type { Viewer } from '@/lib/access/viewer'
import { notCounted } from '@/lib/analysis/duplicates'
import type { Answer } from '@/lib/analysis/facts/answer'
import { without } from '@/lib/analysis/facts/dimensions'
import { MOST_PAIRED } from '@/lib/analysis/facts/read-pairs'
import { emptyFilter, type Filter, OWN_DATASET } from '@/lib/analysis/filter'
import { MOST_ROWS, rollUpGrades, rollUpMeans, rollUpTime } from '@/lib/analysis/roll-up'
import { addCasualties, sumCasualties } from '@/lib/analysis/totals'
import type { View } from '@/lib/analysis/view'
import { type CountedGroup, countedGroups, pairsOf } from '@/lib/db/explore/counted-groups'
import { countByReport } from '@/lib/db/summary-reports'
import { ofOneStatus, type Scope, summaryScope } from '@/lib/db/summary-scope'
import { tallies } from '@/lib/db/summary-tallies'
import type { Database } from '@/lib/db/transaction'
import { kinds } from '@/lib/incident/kinds'
import { statuses } from '@/lib/incident/lists'
import { episodesBeyond } from '../episodes-beyond'
import { byActor, byPlaceNamed, periodOf, widthFor } from '../summary-parts'

/** What every view shows of a filter, from SQL: as lib/analysis/facts/cross-filter.ts finds it from facts. */
export async function answerFilter(
  db: Database,
  viewer: Viewer,
  filter: Filter,
  unit: View['unit'],
): Promise<Answer> {
  const scopeOf = scopesFor(db, viewer)
  const whole = await scopeOf(filter)
  const counted = await countedGroups(db, whole, 'grade')
  const episodes = await episodesBeyond(db, viewer, whole)
  const { incidents, withheld, duplicates, partlyInside } = whole
  return {
    ...{ incidents, withheld, duplicates, partlyInside, episodes },
    totals: addCasualties(sumOf(counted), episodes.casualties),
    overTime: await overTime(db, await scopeOf(without(filter, 'time')), unit),
    byKind: byKind(await countedGroups(db, await scopeOf(without(filter, 'kinds')), 'kind')),
    ...(await actorsAndPairs(db, await scopeOf(without(filter, 'actors')))),
    byPlace: await byPlace(db, await scopeOf(without(filter, 'places'))),
    byDataset: byDataset(await countedGroups(db, await scopeOf(without(filter, 'datasets')), 'dataset')),
    byStatus: byStatus(await countedGroups(db, await statusScope(db, viewer, filter), 'status')),
    byGrade: rollUpGrades(await evidence(db, await scopeOf(without(filter, 'grades')))),
    byMeans: rollUpMeans(await evidence(db, await scopeOf(without(filter, 'means')))),
    byReport: await countByReport(db, await scopeOf(without(filter, 'reports')), viewer, MOST_ROWS),
  }
}

/** Where a filter asks for nothing in a dimension, the view that leaves it out is over the same. */
function scopesFor(db: Database, viewer: Viewer): (filter: Filter) => Promise<Scope> {
  const known = new Map<string, Promise<Scope>>()
  return (filter) => {
    const key = JSON.stringify(filter)
    const scope = known.get(key) ?? summaryScope(db, filter, viewer, notCounted)
    known.set(key, scope)
    return scope
  }
}

/** Of every status; each as if it were asked for alone. */
const statusScope = (db: Database, viewer: Viewer, filter: Filter): Promise<Scope> =>
  summaryScope(db, { ...filter, statuses: [...statuses] }, viewer, notCounted, ofOneStatus)

const sumOf = (groups: readonly CountedGroup[]) => sumCasualties(groups.map(({ casualties }) => casualties))

/** The group of a word under its name; none, where nothing is in it. */
const named = <K extends string, W extends string | null>(
  name: K,
  word: W,
  groups: readonly CountedGroup[],
) =>
  groups
    .filter(({ key }) => key === word)
    .map(({ key: _, ...counted }) => ({ ...counted, [name]: word }) as typeof counted & Record<K, W>)

const byKind = (groups: CountedGroup[]): Answer['byKind'] =>
  mostFirst(kinds.flatMap((kind) => named('kind', kind, groups)))

const byStatus = (groups: CountedGroup[]): Answer['byStatus'] =>
  statuses.flatMap((status) => named('status', status, groups))

function byDataset(groups: CountedGroup[]): Answer['byDataset'] {
  const slugs = groups.flatMap(({ key }) => key ?? []).sort()
  const own = named('dataset', null, groups).map((counted) => ({ ...counted, dataset: OWN_DATASET }))
  return mostFirst([...own, ...slugs.flatMap((slug) => named('dataset', slug, groups))])
}

const mostFirst = <T extends { incidents: number }>(rows: T[]): T[] =>
  rows.sort((a, b) => b.incidents - a.incidents)

async function overTime(db: Database, scope: Scope, unit: View['unit']): Promise<Answer['overTime']> {
  const period = periodOf(emptyFilter, scope)
  const width = widthFor(unit, period)
  const { byTime } = await tallies(db, scope, width, emptyFilter)
  return rollUpTime(byTime, width, period)
}

async function byPlace(db: Database, scope: Scope): Promise<Answer['byPlace']> {
  const { byPlace: found } = await tallies(db, scope, 'year', emptyFilter)
  return await byPlaceNamed(db, found)
}

const evidence = async (db: Database, scope: Scope) =>
  (await tallies(db, scope, 'year', emptyFilter)).byEvidence

async function actorsAndPairs(db: Database, scope: Scope): Promise<Pick<Answer, 'byActor' | 'byPair'>> {
  const shown = await byActor(db, scope, sumOf(await countedGroups(db, scope, 'grade')))
  const actors = shown.rows.slice(0, MOST_PAIRED).map(({ actor, names }) => ({ actor, names }))
  const pairs = await pairsOf(
    db,
    scope,
    actors.map(({ actor }) => actor),
  )
  const of = (one: number, other: number) =>
    pairs.find((pair) => pair.one === one && pair.other === other)?.incidents ?? 0
  const incidents = actors.map((row) => actors.map((column) => of(row.actor, column.actor)))
  return { byActor: shown, byPair: { actors, incidents } }
}
