'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

/** The permanent code, ready to be cited. */
export function CopyCode({ code }: { code: string }) {
  const t = useTranslations('incident.actions')
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(code)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  return (
    <span className="flex items-center gap-1 rounded bg-sunken ps-3">
      <bdi dir="ltr" className="font-mono text-sm">
        {code}
      </bdi>
      <button
        type="button"
        onClick={() => void copy()}
        className="rounded px-2 py-1.5 text-accent underline hover:bg-surface"
      >
        {t('copy')}
      </button>
      <span role="status" className="pe-2 text-sm empty:hidden">
        {copied ? t('copied') : ''}
      </span>
    </span>
  )
}
