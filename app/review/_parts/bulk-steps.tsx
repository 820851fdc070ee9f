'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ask, type ToldProblem } from '@/app/_ui/ask'
import { NoteDialog } from '@/app/_ui/note-dialog'
import { toldTrouble } from '@/app/_ui/told-trouble'
import { type ReviewStep, stepRules } from '@/lib/incident/review'
import type { WaitingIncident } from '@/lib/operations/review/what-waits'

/** How those that were moved fared. */
export interface Fared {
  done: { code: string; version: number }[]
  failed: { code: string; message: string }[]
}

type Told = { code: string; version: number } | { code: string; problems: ToldProblem[] }

interface Props {
  steps: ReviewStep[]
  chosen: WaitingIncident[]
  moved: Fared | null
  onMoved: (moved: Fared | null) => void
}

/** Moves all that are ticked, says how each fared, and takes it back. */
export function BulkSteps({ steps, chosen, moved, onMoved }: Props) {
  const t = useTranslations('review')
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const send = async (incidents: Fared['done'], step: ReviewStep | 'undo', note: string | null) => {
    setBusy(true)
    const answer = await ask<Told[]>('/api/review', 'POST', { incidents, step, note })
    setBusy(false)
    const wrong = toldTrouble(answer, t('unreachable'))
    setTrouble(wrong ?? '')
    if (!answer.ok) return wrong
    const fared = faredOf(answer.value)
    onMoved(step === 'undo' ? (fared.failed.length > 0 ? { ...fared, done: [] } : null) : fared)
    router.refresh()
    return null
  }
  const those = chosen.map(({ incident: { code }, version }) => ({ code, version }))
  return (
    <div className="flex flex-wrap items-center gap-2">
      {those.length > 0 &&
        steps.map((step) => {
          const title = t('queue.act', { step: t(`step.${step}`), n: those.length })
          return stepRules[step].needsNote ? (
            <NoteDialog
              key={step}
              title={title}
              help={t(`note.${step}` as never)}
              most={2000}
              look={look}
              onNote={(note) => send(those, step, note)}
            />
          ) : (
            <button
              key={step}
              type="button"
              disabled={busy}
              onClick={() => void send(those, step, null)}
              className={look}
            >
              {title}
            </button>
          )
        })}
      <div role="status" className="empty:hidden">
        {moved && (
          <p className="flex flex-wrap gap-2 rounded bg-accent-soft px-3 py-1.5">
            {t('queue.fared', { done: moved.done.length })}
            {moved.done.length > 0 && (
              <button
                type="button"
                disabled={busy}
                onClick={() => void send(moved.done, 'undo', null)}
                className="font-semibold underline"
              >
                {t('undo')}
              </button>
            )}
          </p>
        )}
      </div>
      <div role="alert" className="text-danger empty:hidden">
        {trouble}
        {moved?.failed.map(({ code, message }) => (
          <p key={code}>
            {t('queue.failed')} <bdi dir="ltr">{code}</bdi>. {message}
          </p>
        ))}
      </div>
    </div>
  )
}

const look =
  'rounded border border-line-strong bg-surface px-3 py-1.5 font-medium hover:bg-sunken disabled:opacity-60'

/** Those that were moved, and of the others why not. */
function faredOf(told: Told[]): Fared {
  const fared: Fared = { done: [], failed: [] }
  for (const one of told) {
    if ('problems' in one) {
      fared.failed.push({ code: one.code, message: one.problems.map(({ message }) => message).join(' ') })
    } else fared.done.push({ code: one.code, version: one.version })
  }
  return fared
}
