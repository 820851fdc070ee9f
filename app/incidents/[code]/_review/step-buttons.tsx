'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { ask } from '@/app/_ui/ask'
import { NoteDialog } from '@/app/_ui/note-dialog'
import { toldTrouble } from '@/app/_ui/told-trouble'
import { WhenAlive } from '@/app/_ui/when-alive'
import { type ReviewStep, stepRules } from '@/lib/incident/review'

interface Props {
  code: string
  version: number
  steps: ReviewStep[]
}

/** What the viewer may do with the incident now; each done at once, with a way back for ten minutes. */
export function StepButtons({ code, version, steps }: Props) {
  const t = useTranslations('review')
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [refreshing, startRefreshing] = useTransition()
  const [moved, setMoved] = useState<{ step: ReviewStep; version: number } | null>(null)
  const [trouble, setTrouble] = useState('')
  const send = async (at: number, step: ReviewStep | 'undo', note: string | null) => {
    setBusy(true)
    const answer = await ask<{ version: number }>(`/api/incidents/${code}/review`, 'POST', {
      version: at,
      step,
      note,
    })
    setBusy(false)
    const wrong = toldTrouble(answer, t('unreachable'))
    setTrouble(wrong ?? '')
    if (answer.ok) {
      setMoved(step === 'undo' ? null : { step, version: answer.value.version })
      startRefreshing(() => router.refresh())
    }
    return wrong
  }
  if (steps.length === 0 && !moved) return null
  return (
    <WhenAlive>
      <div className="flex flex-wrap items-center gap-2 print:hidden">
        {steps.map((step) =>
          stepRules[step].needsNote ? (
            <NoteDialog
              key={step}
              title={t(`step.${step}`)}
              help={t(`note.${step}` as never)}
              most={2000}
              look={lookOf(step)}
              onNote={(note) => send(version, step, note)}
            />
          ) : (
            <button
              key={step}
              type="button"
              disabled={busy || refreshing} // until the steps are those of where it now stands
              onClick={() => void send(version, step, null)}
              className={lookOf(step)}
            >
              {t(`step.${step}`)}
            </button>
          ),
        )}
        <p role="status" className="empty:hidden">
          {moved && (
            <span className="flex items-center gap-2 rounded bg-accent-soft px-3 py-1.5">
              {t(`done.${moved.step}`)}
              <button
                type="button"
                disabled={busy}
                onClick={() => void send(moved.version, 'undo', null)}
                className="font-semibold underline"
              >
                {t('undo')}
              </button>
            </span>
          )}
        </p>
        <p role="alert" className="text-danger empty:hidden">
          {trouble}
        </p>
      </div>
    </WhenAlive>
  )
}

const forward: readonly ReviewStep[] = ['submit', 'verify', 'publish', 'confirm']

const lookOf = (step: ReviewStep): string =>
  forward.includes(step)
    ? 'rounded bg-accent px-3 py-1.5 font-medium text-accent-ink disabled:opacity-60'
    : 'rounded border border-line-strong bg-surface px-3 py-1.5 hover:bg-sunken disabled:opacity-60'
