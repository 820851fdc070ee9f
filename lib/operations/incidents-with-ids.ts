import 'server-only'
import type { Viewer } from '@/lib/access/viewer'
import type { LinkedIncident } from '@/lib/analysis/listed'
import { type LinkRow, linksOf } from '@/lib/db/incident-links'
import { incidentsById } from '@/lib/db/incident-list'
import { readConsistently } from '@/lib/db/transaction'

/** The incidents with these ids as lists show them, in this order. Unknown and hidden ones are missing. */
export async function incidentsWithIds(viewer: Viewer, ids: number[]): Promise<LinkedIncident[]> {
  const wanted = [...new Set(ids)]
  const { found, links } = await readConsistently(async (db) => ({
    found: await incidentsById(db, wanted, viewer),
    links: await linksOf(db, wanted, viewer),
  }))
  return wanted.flatMap((id) => {
    const incident = found.get(id)
    return incident ? { id, ...incident, links: linksFrom(id, links) } : []
  })
}

const linksFrom = (id: number, links: readonly LinkRow[]): LinkedIncident['links'] =>
  links.flatMap(({ from, to, kind }) => [
    ...(from === id ? [{ kind, way: 'out' as const, other: to }] : []),
    ...(to === id ? [{ kind, way: 'in' as const, other: from }] : []),
  ])
