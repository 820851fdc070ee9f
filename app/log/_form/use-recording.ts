'use client'

import { useCallback, useState } from 'react'
import { type SavedIncident, saveLog, type ToldProblem } from './api'
import type { FormIncident, FormLog } from './form-types'
import { type LoadedNames, namesOf } from './load-log'

export type Recording =
  | { name: 'idle' | 'busy' | 'unreachable' }
  | { name: 'refused' | 'duplicate'; title: string; problems: ToldProblem[] }
  | { name: 'stale'; theirs: FormLog }

interface StaleDetail {
  /** Null where only reports or statements are stale, which incidents share. */
  code: string | null
  document: FormLog | undefined
}

/** Records the log, and tells why it was not where it was not; a newer version brings names that mine lacks. */
export function useRecording(
  draftId: string,
  onSaved: (saved: SavedIncident[]) => void,
  onNames: (names: LoadedNames) => void,
) {
  const [recording, setRecording] = useState<Recording>({ name: 'idle' })
  const record = useCallback(
    async (log: FormLog, anyway = false) => {
      setRecording({ name: 'busy' })
      const answer = await saveLog({ draftId, log, anyway })
      if (answer.ok) return onSaved(answer.value.incidents)
      if (answer.why === 'unreachable') return setRecording({ name: 'unreachable' })
      const { status, title, problems, detail } = answer
      const stale = status === 409 && isStale(detail) ? detail : null
      if (stale?.document) {
        const theirs = theirsOf(log, stale.code, stale.document)
        onNames(await namesOf(theirs))
        return setRecording({ name: 'stale', theirs })
      }
      setRecording({ name: status === 409 && !stale ? 'duplicate' : 'refused', title, problems })
    },
    [draftId, onSaved, onNames],
  )
  return { recording, record, dismiss: useCallback(() => setRecording({ name: 'idle' }), []) }
}

const isStale = (detail: unknown): detail is StaleDetail =>
  typeof detail === 'object' && detail !== null && 'code' in detail

/** My log as it would be with the stored incident in the place of mine, so that the two can be compared. */
function theirsOf(mine: FormLog, code: string | null, stored: FormLog): FormLog {
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
