'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { WhenAlive } from '@/app/_ui/when-alive'
import type { ReviewStep, WaitingReason } from '@/lib/incident/review'
import type { WaitingIncident } from '@/lib/operations/review/what-waits'
import { BulkSteps, type Fared } from './bulk-steps'
import { useChosen } from './use-chosen'
import { WaitingRow } from './waiting-row'

interface Props {
  reason: WaitingReason
  waiting: WaitingIncident[]
  /** What can be done with several of them at once. */
  steps: ReviewStep[]
}

/** Incidents that wait for one reason, of which several can be moved at once. */
export function WaitingGroup({ reason, waiting, steps }: Props) {
  const t = useTranslations('review.queue')
  const { chosen, toggle, toggleAll } = useChosen(waiting)
  const [moved, setMoved] = useState<Fared | null>(null)
  if (waiting.length === 0 && moved === null) return null
  return (
    <section aria-labelledby={`waiting-${reason}`} className="grid gap-2">
      <h2 id={`waiting-${reason}`} className="font-bold text-xl">
        {t(reason)}
      </h2>
      <WhenAlive>
        {steps.length > 0 && waiting.length > 1 && (
          <label className="flex items-center gap-2">
            <input
              type="checkbox"
              checked={chosen.length === waiting.length}
              onChange={({ target }) => toggleAll(target.checked)}
            />
            {t('select-all')}
          </label>
        )}
        <ul className="grid gap-2">
          {waiting.map((one) => (
            <WaitingRow
              key={one.incident.code}
              waiting={one}
              chosen={steps.length > 0 ? chosen.includes(one) : null}
              onChoose={(on) => toggle(one, on)}
            />
          ))}
        </ul>
        <BulkSteps steps={steps} chosen={chosen} moved={moved} onMoved={setMoved} />
      </WhenAlive>
    </section>
  )
}
