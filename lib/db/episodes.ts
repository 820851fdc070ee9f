import type { Viewer } from '@/lib/access/viewer'
import type { NamesByLanguage } from '@/lib/analysis/summary'
import type { ClaimDraft } from '@/lib/claim/draft'
import { deriveEpisode, type EpisodeFigure } from '@/lib/claim/episode'
import type { Figure } from '@/lib/claim/figure'
import { figureInput } from '@/lib/claim/from-draft'
import type { LogDraft } from '@/lib/incident/log-draft'
import { rowKey } from '@/lib/incident/row-key'
import { seenLog } from '@/lib/incident/seen-log'
import type { StatementDraft } from '@/lib/report/draft'
import { figuresByIncident } from './figures'
import { claimOf } from './log/read-claim'
import { eyesOf } from './log/read-log'
import { readStated } from './statements'
import type { Database } from './transaction'

/** Several incidents that claims speak of together, and what follows from those claims. */
export interface Episode {
  id: number
  title: NamesByLanguage
  incidentIds: number[]
  claims: ClaimDraft[]
  statements: StatementDraft[]
  figures: EpisodeFigure[]
}

/** Episodes by id, as far as the viewer sees them: their claims and the figures derived from these. */
export async function readEpisodes(db: Database, viewer: Viewer, ids: number[]): Promise<Episode[]> {
  if (ids.length === 0) return []
  const rows = await db.episode.findMany({
    where: { id: { in: ids } },
    include: {
      incidents: { include: { incident: { select: { code: true } } }, orderBy: { incidentId: 'asc' } },
      claims: { orderBy: { position: 'asc' } },
    },
    orderBy: { id: 'asc' },
  })
  const log = await seenEpisodes(db, viewer, rows)
  const seen = new Map(log.episodes.map((episode) => [episode.key, episode]))
  const members = [...new Set(rows.flatMap((row) => row.incidents.map((member) => member.incidentId)))]
  const figures = await figuresByIncident(db, members, viewer)
  return rows.flatMap((row) => {
    const claims = seen.get(rowKey('episode', row.id))?.claims
    if (!claims) return []
    const incidentIds = row.incidents.map((member) => member.incidentId)
    const said = new Set(claims.map(({ statement }) => statement))
    return {
      id: row.id,
      title: { ar: row.titleAr, en: row.titleEn },
      incidentIds,
      claims,
      statements: log.statements.filter(({ key }) => said.has(key)),
      figures: episodeFigures(
        figureInput({ claims, conflictSets: [] }, log.statements, log.reports),
        incidentIds.map((id) => figures.get(id) ?? []),
      ),
    }
  })
}

interface EpisodeRow {
  id: number
  titleAr: string | null
  titleEn: string | null
  incidents: { incident: { code: string } }[]
  claims: Parameters<typeof claimOf>[0][]
}

/** The episodes as a log, as far as the viewer sees them. */
export async function seenEpisodes(db: Database, viewer: Viewer, rows: EpisodeRow[]): Promise<LogDraft> {
  const claims = rows.flatMap((row) => row.claims)
  const stated = await readStated(db, [...new Set(claims.map((claim) => claim.statementId))])
  const log: LogDraft = {
    ...{ reports: stated.reports, statements: stated.statements, incidents: [], episodesRead: [], why: null },
    episodes: rows.map(({ id, titleAr, titleEn, incidents, claims: own }) => ({
      key: rowKey('episode', id),
      title: { ar: titleAr, en: titleEn },
      incidents: incidents.map(({ incident }) => incident.code),
      claims: own.map(claimOf),
    })),
  }
  const creators = claims.map(({ id, createdBy }) => [rowKey('claim', id), createdBy] as const)
  return seenLog(log, await eyesOf(db, viewer, log, new Map([...creators, ...stated.creators])))
}

function episodeFigures(input: ReturnType<typeof figureInput>, incidents: Figure[][]) {
  return deriveEpisode(input.claims, incidents, input.conflictSets, input.denials)
}
