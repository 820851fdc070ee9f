'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'

/** A link that is shown this once, to be copied and sent by a way that can be trusted. */
export function MadeLink({ token }: { token: string }) {
  const t = useTranslations('account')
  const id = useId()
  const [copied, setCopied] = useState(false)
  // What stands behind # is sent to no server and stands in no log.
  const link = `${window.location.origin}/invitation#${token}`
  const copy = async () => {
    await navigator.clipboard?.writeText(link).then(
      () => setCopied(true),
      () => {},
    )
  }
  return (
    <div role="status" className="grid gap-1 rounded border border-accent bg-accent-soft p-3">
      <label htmlFor={id} className="font-medium">
        {t('link-once')}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          readOnly
          dir="ltr"
          value={link}
          onFocus={(event) => event.currentTarget.select()}
          className="w-full min-w-0 rounded border border-line-strong bg-surface px-3 py-2 font-mono text-ink text-sm"
        />
        <button
          type="button"
          onClick={() => void copy()}
          className="rounded border border-line bg-surface px-3 text-sm hover:bg-sunken"
        >
          {copied ? t('copied') : t('copy')}
        </button>
      </div>
      <p className="text-sm">{t('link-once-help')}</p>
    </div>
  )
}
