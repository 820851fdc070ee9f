'use client'

import { useCallback, useState } from 'react'
import type { ToldProblem } from '../../_ui/ask'
import { type SavedIncident, saveLog } from './api'
import type { FormLog } from './form-types'
import { type LoadedNames, namesOf } from './load-log'
import { theirsOf } from './stale-log'

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
