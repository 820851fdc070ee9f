'use client'

import { useTranslations } from 'next-intl'
import type { Protection } from '@/lib/access/protection'

interface ProtectFieldProps {
  of: 'where' | 'source' | 'speaker'
  protection: Protection | null | undefined
  onChange: (protection: Protection) => void
}

/** The switch that keeps a place, a source or a speaker apart. What is shown masked cannot be switched from here. */
export function ProtectField({ of, protection, onChange }: ProtectFieldProps) {
  const t = useTranslations('visibility.protect')
  if (protection === 'masked') return <p className="text-sm text-warn sm:col-span-3">{t('masked')}</p>
  return (
    <label className="flex items-baseline gap-1.5 sm:col-span-3" title={t(`${of}-help`)}>
      <input
        type="checkbox"
        checked={protection === 'protected'}
        onChange={(event) => onChange(event.target.checked ? 'protected' : 'none')}
      />
      <span>
        {t(of)} <span className="text-muted text-sm">{t(`${of}-help`)}</span>
      </span>
    </label>
  )
}
