'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ask } from '../_ui/ask'
import { useAlive } from '../_ui/use-alive'

interface ActButtonProps<T> {
  path: string
  method: string
  body?: object
  label: string
  /** Names the object of the act, for who does not see where the button stands. */
  about?: string
  onDone?: (value: T) => void
}

/** A button that does one thing to the account, then shows the page anew; beside it why it could not. */
export function ActButton<T>({ path, method, body, label, about, onDone }: ActButtonProps<T>) {
  const t = useTranslations('account')
  const router = useRouter()
  const alive = useAlive()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const act = async () => {
    setBusy(true)
    const answer = await ask<T>(path, method, body)
    setBusy(false)
    if (answer.ok) {
      setTrouble('')
      onDone?.(answer.value)
      router.refresh()
    } else
      setTrouble(answer.why === 'refused' ? (answer.problems[0]?.message ?? answer.title) : t('unreachable'))
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <button
        type="button"
        disabled={!alive || busy}
        onClick={() => void act()}
        aria-label={about && `${label}: ${about}`}
        className="rounded border border-line px-3 py-1.5 text-sm hover:bg-sunken disabled:opacity-60"
      >
        {label}
      </button>
      <span role="alert" className="text-danger text-sm empty:hidden">
        {trouble}
      </span>
    </span>
  )
}
