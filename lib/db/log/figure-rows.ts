import { FIGURE_RULE, type Figure } from '@/lib/claim/figure'
import type { FigureAudience, FiguresByAudience } from '@/lib/claim/figures-by-audience'
import { idOfKey, type KeyedRow } from '@/lib/incident/row-key'
import type { Prisma } from '@/prisma/generated/client'
import type { Transaction } from '../transaction'
import type { SavedIncident } from './incident-rows'

/** Removes the incident's figures, which name sites and parties that may go. */
export async function dropFigures(tx: Transaction, { id, isNew }: SavedIncident): Promise<void> {
  if (!isNew) await tx.figure.deleteMany({ where: { incidentId: id } })
}

/** Writes the incident's figures, which were derived from a log whose keys are row keys (`readLog`). */
export async function writeFigures(
  tx: Transaction,
  incidentId: number,
  { readers, team }: Pick<FiguresByAudience, 'readers' | 'team'>,
): Promise<void> {
  const forAudience = (figures: readonly Figure[], audience: FigureAudience) =>
    rowsOf(incidentId, figures).map((row) => ({ ...row, audience }))
  const data =
    team === null
      ? forAudience(readers, 'all')
      : [...forAudience(readers, 'readers'), ...forAudience(team, 'team')]
  await tx.figure.createMany({ data })
}

function rowsOf(incidentId: number, figures: readonly Figure[]) {
  return figures.map(({ cell, reasons, ...numbers }) => ({
    incidentId,
    siteId: idOf('site', cell.site),
    partyId: idOf('party', cell.party),
    personStatus: cell.status,
    sexAge: cell.sexAge,
    outcome: cell.outcome,
    unit: cell.unit,
    ...numbers,
    reasons: reasons as unknown as Prisma.InputJsonArray,
    rule: FIGURE_RULE,
  }))
}

const idOf = (row: KeyedRow, key: string | null): number | null => (key === null ? null : idOfKey(row, key))
