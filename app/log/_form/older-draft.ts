import type { LogDocument } from './form-types'

/**
 * A saved draft with whatever a log did not hold yet when it was typed: episodes, which of them were read, and the
 * versions of reports and statements. Nothing was read then, so that saving it changes nothing unseen.
 */
export function ofToday(document: LogDocument): LogDocument {
  const { log } = document
  return {
    ...document,
    log: {
      ...log,
      reports: log.reports.map((report) => ({ ...report, version: report.version ?? null })),
      statements: log.statements.map((statement) => ({ ...statement, version: statement.version ?? null })),
      episodes: log.episodes ?? [],
      episodesRead: log.episodesRead ?? [],
    },
  }
}
