'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { ExpectedFailure } from './_ui/expected-failure'

interface Props {
  error: Error & { digest?: ExpectedFailure | (string & {}) }
  /** Asks the server for the page anew. */
  retry: () => void
}

const ASK_EVERY_MS = 3_000

/**
 * Where a page could not be made. Says that nothing was lost, and what to do; of unexpected trouble, under which mark the
 * log has the cause.
 */
export default function Failed({ error, retry }: Props) {
  const t = useTranslations('common')
  const away = error.digest === 'database-away'
  useRetryOnceBack(away, retry)
  const about = away ? 'unavailable' : error.digest === 'database-slow' ? 'too-slow' : 'failed'
  return (
    <div role="alert" className="mx-auto max-w-xl px-4 py-16">
      <h1 className="mb-3 font-bold text-2xl">{t(`${about}.title`)}</h1>
      <p className="mb-6 text-muted">{t(`${about}.body`, { digest: error.digest ?? '—' })}</p>
      <button
        type="button"
        onClick={retry}
        className="rounded bg-accent px-4 py-2 font-medium text-accent-ink"
      >
        {t('retry')}
      </button>
    </div>
  )
}

/** While the database is away, asks whether it is back: making the page in vain each time would cost far more. */
function useRetryOnceBack(away: boolean, retry: () => void): void {
  useEffect(() => {
    if (!away) return
    const ask = async () => {
      const health = await fetch('/api/health', { cache: 'no-store' }).catch(() => null)
      if (health?.ok) retry()
    }
    const timer = setInterval(ask, ASK_EVERY_MS)
    return () => clearInterval(timer)
  }, [away, retry])
}
