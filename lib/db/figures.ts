import type { Viewer } from '@/lib/access/viewer'
import type { Cell } from '@/lib/claim/cell'
import type { Figure, FigureReason } from '@/lib/claim/figure'
import { rowKey } from '@/lib/incident/row-key'
import type { Prisma } from '@/prisma/generated/client'
import { othersFigures } from './incidents-of'
import type { Database } from './transaction'

/** The stored figures of incidents, by incident: those of the team or those of all readers. */
export async function figuresByIncident(
  db: Database,
  incidents: number[],
  viewer: Viewer,
): Promise<Map<number, Figure[]>> {
  const audience = { not: othersFigures(viewer) }
  const rows = await db.figure.findMany({
    where: { incidentId: { in: incidents }, audience },
    orderBy: { id: 'asc' },
  })
  const figures = new Map<number, Figure[]>()
  for (const row of rows) {
    const list = figures.get(row.incidentId) ?? []
    list.push(figureOf(row))
    figures.set(row.incidentId, list)
  }
  return figures
}

/** Closed lists are held by the database, so that a row's text is of the list. */
function figureOf(row: Prisma.FigureGetPayload<object>): Figure {
  const { low, best, high, open, approximate, notAttributed } = row
  return {
    cell: {
      site: row.siteId === null ? null : rowKey('site', row.siteId),
      party: row.partyId === null ? null : rowKey('party', row.partyId),
      status: row.personStatus as Cell['status'],
      sexAge: row.sexAge as Cell['sexAge'],
      outcome: row.outcome as Cell['outcome'],
      unit: row.unit as Cell['unit'],
    },
    low,
    best,
    high,
    open,
    approximate,
    state: row.state as Figure['state'],
    basis: row.basis as Figure['basis'],
    notAttributed,
    // An import leaves them out: its figures are the dataset's own numbers.
    reasons: (row.reasons ?? []) as unknown as FigureReason[],
  }
}
