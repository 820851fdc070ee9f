'use client'

import { useTranslations } from 'next-intl'

/** Codes that are shown this once, to be written down. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const t = useTranslations('account')
  return (
    <div className="grid gap-2 rounded border border-accent bg-accent-soft p-3">
      <p className="font-medium">{t('codes')}</p>
      <ul dir="ltr" aria-label={t('codes')} className="grid gap-1 font-mono text-sm sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p className="text-sm">{t('codes-help')}</p>
    </div>
  )
}
