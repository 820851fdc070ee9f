'use client'

import { useEffect, useState } from 'react'
import { isIncidentCode } from '@/lib/incident/code'
import { type RecordedIncident, readIncident } from './api'
import type { FormLog } from './form-types'

export type Recorded = ReadonlyMap<string, RecordedIncident>

/** Incidents already there that episodes of the log join, by code: their titles and figures, as soon as they come. */
export function useRecorded({ episodes, incidents }: FormLog): Recorded {
  const [recorded, setRecorded] = useState<Recorded>(new Map())
  const own = new Set(incidents.map(({ key }) => key))
  const named = episodes.flatMap((episode) => episode.incidents).filter((member) => !own.has(member))
  const wanted = [...new Set(named)].filter(isIncidentCode).join()
  useEffect(() => {
    for (const code of wanted.split(',').filter(Boolean)) {
      void readIncident(code).then((answer) => {
        if (answer.ok) setRecorded((now) => new Map(now).set(code, answer.value))
      })
    }
  }, [wanted])
  return recorded
}
