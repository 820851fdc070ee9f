'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

/** A file's hash, whole, and ready to be compared elsewhere. */
export function HashLine({ label, hash, name }: { label: string; hash: string; name: string }) {
  const t = useTranslations('evidence')
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(hash)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  return (
    <p className="text-sm">
      <span className="text-muted">{label} </span>
      <bdi dir="ltr" className="break-all font-mono text-xs">
        {hash}
      </bdi>{' '}
      <button type="button" onClick={() => void copy()} className="text-accent underline print:hidden">
        {t('copy-hash')} <span className="sr-only">{name}</span>
      </button>{' '}
      <span role="status" className="empty:hidden">
        {copied ? t('copied') : ''}
      </span>
    </p>
  )
}
