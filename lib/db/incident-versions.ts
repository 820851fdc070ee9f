import type { Viewer } from '@/lib/access/viewer'
import type { DetailDataset, DetailVersion } from '@/lib/analysis/incident-detail'
import type { ClaimDraft } from '@/lib/claim/draft'
import type { LogDraft } from '@/lib/incident/log-draft'
import type { Database } from './transaction'
import { seenConflictSets } from './visible-to'

interface Row extends Omit<DetailVersion, 'importedFrom' | 'recordedFrom' | 'recordedTo'> {
  recordedFrom: Date
  recordedTo: Date | null
  importId: number | null
  line: number | null
}

/**
 * States of an incident, newest first. Who and why stand in the revision of each; of imported ones in the import's. That
 * a conflict set was left disputed, and why, stands in the set's: to who does not see the set, it is any change.
 */
export async function versionsOf(db: Database, viewer: Viewer, incident: number): Promise<DetailVersion[]> {
  const rows = await db.$queryRaw<Row[]>`
    select v.version, v.recorded_from "recordedFrom", v.recorded_to "recordedTo", v.import_id "importId", v.line,
      coalesce(r.by_whom, m.by_whom, '') "by",
      case when r.action in ('left-disputed', 'dispute-reopened') then coalesce(d.action, 'change')
        else coalesce(r.action, m.action, '') end action,
      case when r.action in ('left-disputed', 'dispute-reopened') then d.why else coalesce(r.why, m.why) end why
    from incident_version v
    left join lateral (
      select by_whom, action, why from revision
      where entity = 'incident' and entity_id = v.incident_id and version = v.version order by id desc limit 1
    ) r on true
    left join lateral (
      select by_whom, action, why from revision
      where entity = 'import' and entity_id = v.import_id order by id desc limit 1
    ) m on true
    left join lateral (
      select s.action, s.why from conflict_set x join revision s on s.entity = 'conflict-set' and s.entity_id = x.id
      where x.incident_id = v.incident_id and s.version = v.version and ${seenConflictSets(viewer)} limit 1
    ) d on true
    where v.incident_id = ${incident}
    order by v.version desc`
  return rows.map(({ importId, line, recordedFrom, recordedTo, ...version }) => ({
    ...version,
    recordedFrom: recordedFrom.toISOString(),
    recordedTo: recordedTo?.toISOString() ?? null,
    importedFrom: importId === null || line === null ? null : { importId, line },
  }))
}

/** What was recorded as a version: a log, or the raw row of an import; null for a row that is still the source row. */
export interface VersionBody {
  log: LogDraft | null
  row: DetailDataset['row']
}

/** The body of version `version`. A row that was replaced by a later import is kept in the version that it ended. */
export async function versionBody(db: Database, incident: number, version: number): Promise<VersionBody> {
  const found = await db.incidentVersion.findUnique({
    where: { incidentId_version: { incidentId: incident, version } },
    select: { document: true },
  })
  const document = (found?.document ?? null) as unknown as LogDraft | ReplacedRow | null
  if (document === null) return { log: null, row: null }
  return 'sourceRow' in document
    ? { log: null, row: document.sourceRow }
    : { log: ofEarlier(document), row: null }
}

/** Claims of these keys as the last version that holds each has them. */
export async function lastClaims(db: Database, incident: number, keys: string[]): Promise<ClaimDraft[]> {
  if (keys.length === 0) return []
  const rows = await db.$queryRaw<{ claim: ClaimDraft }[]>`
    select distinct on (claim->>'key') claim
    from incident_version v, jsonb_path_query(v.document, '$.*[*].claims[*]') claim
    where v.incident_id = ${incident} and claim->>'key' = any(${keys})
    order by claim->>'key', v.version desc`
  return rows.map(({ claim }) => ({ ...forTeam, ...claim }))
}

const forTeam = { visibility: 'team', named: [] as string[], embargo: null } as const

/** A version of before there were audiences was the team's; nor did it protect anything. */
function ofEarlier(log: LogDraft): LogDraft {
  const open = { ...forTeam, protection: 'none' } as const
  const claims = <T extends { claims: LogDraft['incidents'][number]['claims'] }>(owner: T): T => ({
    ...owner,
    claims: owner.claims.map((claim) => ({ ...forTeam, ...claim })),
  })
  return {
    ...log,
    reports: log.reports.map((report) => ({ ...open, ...report })),
    statements: log.statements.map((statement) => ({ ...open, ...statement })),
    incidents: log.incidents.map((incident) => ({
      ...claims({ ...forTeam, ...incident }),
      where: { ...open, ...incident.where },
    })),
    episodes: log.episodes.map(claims),
  }
}

interface ReplacedRow {
  sourceRow: NonNullable<DetailDataset['row']>
}
