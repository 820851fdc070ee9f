import type { Viewer } from '@/lib/access/viewer'
import type { IncidentDraft } from '@/lib/incident/draft'
import type { Problem } from '@/lib/problem'
import type { Transaction } from '../transaction'
import { visibleIncidentWhere } from '../visible-to'
import type { SavedIncident } from './incident-rows'
import { type Ids, idOf } from './report-rows'

/** Makes the incident's outgoing links to what the viewer may read those of the draft. Gives what links to nothing, or to itself. */
export async function saveIncidentLinks(
  tx: Transaction,
  viewer: Viewer,
  { id: incidentId, isNew }: SavedIncident,
  links: IncidentDraft['links'],
  incidents: Ids,
): Promise<Problem[]> {
  const byCode = await idsByCode(
    tx,
    viewer,
    links.flatMap(({ code }) => code ?? []),
  )
  const problems: Problem[] = []
  const rows = links.flatMap(({ kind, key, code, note }, l) => {
    const toId = key === null ? byCode.get(code ?? '') : idOf(incidents, key)
    if (toId === undefined)
      problems.push({ path: ['links', l, 'code'], code: 'link-unknown', params: { code: code ?? '' } })
    if (toId === incidentId) problems.push({ path: ['links', l], code: 'link-to-itself' })
    return toId === undefined || toId === incidentId ? [] : [{ fromId: incidentId, toId, kind, note }]
  })
  if (!isNew)
    await tx.incidentLink.deleteMany({ where: { fromId: incidentId, to: visibleIncidentWhere(viewer) } })
  if (rows.length > 0) await tx.incidentLink.createMany({ data: rows, skipDuplicates: true })
  return problems
}

async function idsByCode(tx: Transaction, viewer: Viewer, codes: string[]): Promise<Ids> {
  if (codes.length === 0) return new Map()
  const rows = await tx.incident.findMany({
    where: { code: { in: codes }, deletedAt: null, ...visibleIncidentWhere(viewer) },
    select: { id: true, code: true },
  })
  return new Map(rows.map(({ id, code }) => [code, id]))
}
