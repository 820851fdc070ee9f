'use client'

import { useEffect, useState } from 'react'
import { type Duplicate, findDuplicates } from './api'
import type { FormIncident } from './form-types'

const PAUSE_MS = 500

/** Incidents already there that are likely this one, as soon as its place, date and parties are known. */
export function useDuplicates({ key, code, when, where, parties }: FormIncident): Duplicate[] {
  const [found, setFound] = useState<{ asked: string; matches: Duplicate[] }>({ asked: '', matches: [] })
  const probe =
    code === null && where.placeId !== null && when !== null && parties.length > 0
      ? {
          key,
          code,
          placeId: where.placeId,
          start: when.start,
          end: when.end,
          actors: parties.map(({ actorId }) => actorId),
        }
      : null
  const asked = JSON.stringify(probe)
  useEffect(() => {
    if (asked === 'null') return
    let late = false
    const timer = setTimeout(async () => {
      const answer = await findDuplicates([JSON.parse(asked)])
      if (!late && answer.ok) setFound({ asked, matches: answer.value.duplicates[0]?.matches ?? [] })
    }, PAUSE_MS)
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [asked])
  return found.asked === asked ? found.matches : []
}
