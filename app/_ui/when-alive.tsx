'use client'

import type { ReactNode } from 'react'
import { useAlive } from './use-alive'

/**
 * Controls that only the page's script can answer. They are disabled until it has taken over, since a choice made
 * before would show in the control and do nothing.
 */
export function WhenAlive({ children }: { children: ReactNode }) {
  return (
    <fieldset role="none" disabled={!useAlive()} className="contents">
      {children}
    </fieldset>
  )
}
