import 'server-only'
import type { Viewer } from '@/lib/access/viewer'
import type { ListedIncident } from '@/lib/analysis/listed'
import { incidentsById } from '@/lib/db/incident-list'
import { readConsistently } from '@/lib/db/transaction'

/** The incidents with these ids as lists show them, in this order. Unknown and hidden ones are missing. */
export async function incidentsWithIds(
  viewer: Viewer,
  ids: number[],
): Promise<(ListedIncident & { id: number })[]> {
  const found = await readConsistently((db) => incidentsById(db, ids, viewer))
  return [...new Set(ids)].flatMap((id) => {
    const incident = found.get(id)
    return incident ? { id, ...incident } : []
  })
}
