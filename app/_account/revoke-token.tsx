'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ask } from '../_ui/ask'

/** Ends a token at once; it cannot be brought back, so it is asked for twice. */
export function RevokeToken({ id, name }: { id: string; name: string }) {
  const t = useTranslations('token')
  const router = useRouter()
  const [step, setStep] = useState<'idle' | 'sure' | 'failed'>('idle')
  const act = async () => {
    if (step !== 'sure') return setStep('sure')
    const { ok } = await ask(`/api/account/tokens/${id}`, 'DELETE')
    if (ok) router.refresh()
    else setStep('failed')
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <button
        type="button"
        onClick={() => void act()}
        onBlur={() => setStep('idle')}
        className="rounded border border-line px-3 py-1.5 text-danger text-sm hover:bg-sunken"
      >
        {t(step === 'sure' ? 'revoke-sure' : 'revoke')} <span className="sr-only">{name}</span>
      </button>
      <span role="alert" className="text-danger text-sm empty:hidden">
        {step === 'failed' && t('failed')}
      </span>
    </span>
  )
}
