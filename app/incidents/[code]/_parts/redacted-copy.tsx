'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { ask } from '@/app/_ui/ask'

/** Makes a copy for sharing, without what is protected or withheld. */
export function RedactedCopy({ code }: { code: string }) {
  const t = useTranslations('visibility.copy')
  const [quotes, setQuotes] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [copy, setCopy] = useState<string | null>(null)
  const make = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await ask<{ code: string }>(`/api/incidents/${code}/copy`, 'POST', { quotes })
    if (answer.ok) setCopy(answer.value.code)
    setProblem(!answer.ok && answer.why === 'refused' ? (answer.problems[0]?.message ?? answer.title) : null)
  }
  return (
    <details className="rounded border border-line p-2">
      <summary>{t('open')}</summary>
      <form onSubmit={(event) => void make(event)} className="mt-2 grid max-w-xl gap-2">
        <p className="text-muted text-sm">{t('help')}</p>
        <label className="flex items-baseline gap-1.5">
          <input type="checkbox" checked={quotes} onChange={(event) => setQuotes(event.target.checked)} />
          {t('quotes')}
        </label>
        <button
          type="submit"
          className="justify-self-start rounded border border-line-strong bg-surface px-3 py-1.5"
        >
          {t('make')}
        </button>
        {problem && (
          <p role="alert" className="text-danger text-sm">
            {problem}
          </p>
        )}
        <p aria-live="polite">
          {copy && (
            <>
              {t('made')}{' '}
              <Link href={`/incidents/${copy}`} prefetch={false} className="text-accent underline">
                <bdi dir="ltr">{copy}</bdi>
              </Link>
            </>
          )}
        </p>
      </form>
    </details>
  )
}
