'use client'

import { useTranslations } from 'next-intl'

/** Unexpected trouble: says that nothing was lost and under which mark the log has the cause. */
export default function Failed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('common')
  return (
    <div role="alert" className="mx-auto max-w-xl px-4 py-16">
      <h1 className="mb-3 font-bold text-2xl">{t('failed.title')}</h1>
      <p className="mb-6 text-muted">{t('failed.body', { digest: error.digest ?? '—' })}</p>
      <button
        type="button"
        onClick={reset}
        className="rounded bg-accent px-4 py-2 font-medium text-accent-ink"
      >
        {t('retry')}
      </button>
    </div>
  )
}
