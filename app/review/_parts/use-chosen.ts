'use client'

import { useState } from 'react'
import type { WaitingIncident } from '@/lib/operations/review/what-waits'

/** Which of the waiting ones are ticked; one that no longer waits is so no more. */
export function useChosen(waiting: readonly WaitingIncident[]) {
  const [codes, setCodes] = useState<ReadonlySet<string>>(new Set())
  return {
    chosen: waiting.filter(({ incident }) => codes.has(incident.code)),
    toggle: ({ incident: { code } }: WaitingIncident, on: boolean) =>
      setCodes((before) => new Set(on ? [...before, code] : [...before].filter((one) => one !== code))),
    toggleAll: (on: boolean) => setCodes(new Set(on ? waiting.map(({ incident }) => incident.code) : [])),
  }
}
