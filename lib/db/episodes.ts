import type { Viewer } from '@/lib/access/viewer'
import type { NamesByLanguage } from '@/lib/analysis/summary'
import type { ClaimDraft } from '@/lib/claim/draft'
import { deriveEpisode, type EpisodeFigure } from '@/lib/claim/episode'
import type { Figure } from '@/lib/claim/figure'
import { figureInput } from '@/lib/claim/from-draft'
import { idOfKey } from '@/lib/incident/row-key'
import type { StatementDraft } from '@/lib/report/draft'
import { figuresByIncident } from './figures'
import { claimOf } from './log/read-claim'
import { readReports, readStatements } from './statements'
import type { Database } from './transaction'
import { visibleWhere } from './visible-to'

/** Several incidents that claims speak of together, and what follows from those claims. */
export interface Episode {
  id: number
  title: NamesByLanguage
  incidentIds: number[]
  claims: ClaimDraft[]
  statements: StatementDraft[]
  figures: EpisodeFigure[]
}

/** Episodes by id, with the claims that the viewer may read and the figures derived from them. */
export async function readEpisodes(db: Database, viewer: Viewer, ids: number[]): Promise<Episode[]> {
  if (ids.length === 0) return []
  const visible = visibleWhere(viewer)
  const rows = await db.episode.findMany({
    where: { id: { in: ids } },
    include: {
      incidents: { orderBy: { incidentId: 'asc' } },
      claims: { where: { ...visible, statement: visible }, orderBy: { position: 'asc' } },
    },
    orderBy: { id: 'asc' },
  })
  const claims = rows.flatMap((row) => row.claims)
  const statements = await readStatements(db, viewer, [...new Set(claims.map((claim) => claim.statementId))])
  const reports = await readReports(db, viewer, [
    ...new Set(statements.flatMap(({ citedBy }) => citedBy.flatMap((key) => idOfKey('report', key) ?? []))),
  ])
  const members = [...new Set(rows.flatMap((row) => row.incidents.map((member) => member.incidentId)))]
  const figures = await figuresByIncident(db, members)
  return rows.map((row) => {
    const incidentIds = row.incidents.map((member) => member.incidentId)
    const claims = row.claims.map(claimOf)
    return {
      id: row.id,
      title: { ar: row.titleAr, en: row.titleEn },
      incidentIds,
      claims,
      statements,
      figures: episodeFigures(
        figureInput({ claims, conflictSets: [] }, statements, reports),
        incidentIds.map((id) => figures.get(id) ?? []),
      ),
    }
  })
}

function episodeFigures(input: ReturnType<typeof figureInput>, incidents: Figure[][]) {
  return deriveEpisode(input.claims, incidents, input.conflictSets, input.denials)
}
