import 'server-only'
import type { Viewer } from '@/lib/access/viewer'
import { notCounted } from '@/lib/analysis/duplicates'
import type { Filter } from '@/lib/analysis/filter'
import { MOST_ROWS, rollUpGrades, rollUpKinds, rollUpMeans, rollUpTime } from '@/lib/analysis/roll-up'
import type { Summary } from '@/lib/analysis/summary'
import type { PlaceTally } from '@/lib/analysis/tally'
import { addCasualties, sumCasualties } from '@/lib/analysis/totals'
import type { View } from '@/lib/analysis/view'
import { attributionsOf } from '@/lib/db/datasets'
import { countByReport } from '@/lib/db/summary-reports'
import { type Scope, sourcesMeet, summaryScope } from '@/lib/db/summary-scope'
import { tallies } from '@/lib/db/summary-tallies'
import { type Database, readConsistently } from '@/lib/db/transaction'
import { episodesBeyond } from './episodes-beyond'
import { requireNamed } from './name-filter'
import { byActor, byPlaceNamed, periodOf, widthFor } from './summary-parts'

/**
 * The charts and totals of `filter`: every number of one state of the data, so that they fit one another. docs/api.md
 * says what adds up to what. Refuses a filter that names what there is not.
 */
export async function summarise(
  viewer: Viewer,
  filter: Filter,
  { unit }: Pick<View, 'unit'>,
): Promise<Summary> {
  await requireNamed(viewer, filter)
  return await readConsistently(async (db) => {
    const scope = await summaryScope(db, filter, viewer, notCounted)
    const period = periodOf(filter, scope)
    const width = widthFor(unit, period)
    const { byTime, byPlace, byEvidence } = await tallies(db, scope, width, filter)
    const whole = sumCasualties(byTime.map((tally) => tally.casualties))
    const episodes = await episodesBeyond(db, viewer, scope)
    return {
      incidents: scope.incidents,
      withheld: scope.withheld,
      duplicates: scope.duplicates,
      partlyInside: scope.partlyInside,
      totals: addCasualties(whole, episodes.casualties),
      episodes,
      overTime: rollUpTime(byTime, width, period),
      byKind: rollUpKinds(byTime),
      byActor: await byActor(db, scope, whole),
      byPlace: await byPlaceNamed(db, byPlace),
      byGrade: rollUpGrades(byEvidence),
      byMeans: rollUpMeans(byEvidence),
      byReport: await countByReport(db, scope, viewer, MOST_ROWS),
      mixed: await isMixed(db, scope, byPlace),
      attributions: await attributions(db, byPlace),
    }
  })
}

/** Whether incidents of several sources may be the same: only where they meet in time and place. */
async function isMixed(db: Database, scope: Scope, found: PlaceTally[]): Promise<boolean> {
  const [, ...small] = [...incidentsBySource(found)].sort(([, a], [, b]) => b - a).map(([source]) => source)
  return small.length > 0 && (await sourcesMeet(db, scope, small))
}

function incidentsBySource(found: PlaceTally[]): Map<number | null, number> {
  const incidents = new Map<number | null, number>()
  for (const { dataset, incidents: n } of found) incidents.set(dataset, (incidents.get(dataset) ?? 0) + n)
  return incidents
}

async function attributions(db: Database, found: PlaceTally[]): Promise<Summary['attributions']> {
  const incidents = incidentsBySource(found)
  const told = await attributionsOf(
    db,
    [...incidents.keys()].filter((id) => id !== null),
  )
  return [...told].map(([id, one]) => ({ ...one, incidents: incidents.get(id) ?? 0 }))
}
