import type { FormClaim, LogDocument } from './form-types'

/**
 * A saved draft with whatever a log did not hold yet when it was typed: episodes, which of them were read, the versions
 * of reports and statements, and for whom things are. Nothing was read or said of these then, so that saving it changes
 * nothing unseen.
 */
export function ofToday(document: LogDocument): LogDocument {
  const { log } = document
  return {
    ...document,
    log: {
      ...log,
      reports: log.reports.map((report) => saying(shared, { ...report, version: report.version ?? null })),
      statements: log.statements.map((statement) =>
        saying(shared, { ...statement, version: statement.version ?? null }),
      ),
      incidents: log.incidents.map((incident) => ({
        ...saying(audience, incident),
        where: saying(protection, incident.where),
        claims: incident.claims.map(claimOf),
      })),
      episodes: (log.episodes ?? []).map((episode) => ({ ...episode, claims: episode.claims.map(claimOf) })),
      episodesRead: log.episodesRead ?? [],
    },
  }
}

const audience = { visibility: null, named: [], embargo: null }
const protection = { protection: null }
const shared = { ...audience, ...protection }
const claimOf = (claim: FormClaim): FormClaim => saying({ ...audience, victims: null }, claim)

/** The thing with fields that it may lack saying nothing, which leaves them as they are stored. */
const saying = <T extends object>(nothing: object, thing: T): T => ({ ...nothing, ...thing })
