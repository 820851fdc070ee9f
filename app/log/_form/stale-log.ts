import type { FormIncident, FormLog } from './form-types'

/**
 * My log as it would be with the stored incident of this code in the place of mine, and stored reports and statements
 * in the place of those of their key, so that the two can be compared. Without code they alone are stale.
 */
export function theirsOf(mine: FormLog, code: string | null, stored: FormLog): FormLog {
  const there = stored.incidents[0]
  const incident = (one: FormIncident) => (there && one.code === code ? { ...there, key: one.key } : one)
  return {
    ...mine,
    reports: replaced(mine.reports, stored.reports).map((report) => ({
      ...report,
      // What is told of an incident leaves the pasted texts out.
      text: report.text ?? mine.reports.find(({ key }) => key === report.key)?.text ?? null,
    })),
    statements: replaced(mine.statements, stored.statements),
    incidents: mine.incidents.map(incident),
    episodes: code === null ? mine.episodes : episodesOf(mine, code, stored),
    episodesRead: [...new Set([...mine.episodesRead, ...stored.episodesRead])],
  }
}

/** The incident's episodes as stored, it itself under the key that it has in mine; those of my other incidents. */
function episodesOf(mine: FormLog, code: string, stored: FormLog): FormLog['episodes'] {
  const own = mine.incidents.find((incident) => incident.code === code)?.key ?? ''
  const there = stored.incidents[0]?.key
  return [
    ...mine.episodes.filter(({ incidents }) => !incidents.includes(own)),
    ...stored.episodes.map((episode) => ({
      ...episode,
      incidents: episode.incidents.map((member) => (member === there ? own : member)),
    })),
  ]
}

function replaced<T extends { key: string }>(mine: T[], stored: T[]): T[] {
  const kept = mine.map((thing) => stored.find(({ key }) => key === thing.key) ?? thing)
  return [...kept, ...stored.filter(({ key }) => !mine.some((thing) => thing.key === key))]
}
