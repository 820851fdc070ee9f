'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field, inputLook } from './field'
import { pointText, readPoint } from './read-place-words'

interface PointFieldProps {
  path: string
  point: { lat: number; lon: number } | null
  onChange: (point: { lat: number; lon: number } | null) => void
}

/** Coordinates in any common notation; what cannot be read is said and leaves the point empty. */
export function PointField({ path, point, onChange }: PointFieldProps) {
  const t = useTranslations('log.where')
  const [typed, setTyped] = useState<string | null>(null)
  const unread = typed !== null && typed.trim() !== '' && readPoint(typed) === null
  return (
    <Field path={path} label={t('point')} help={t('point-help')} deep>
      {(control) => (
        <>
          <input
            {...control}
            dir="auto"
            autoComplete="off"
            value={typed ?? pointText(point)}
            onChange={(event) => {
              setTyped(event.target.value)
              onChange(readPoint(event.target.value))
            }}
            className={inputLook}
          />
          {unread && (
            <p aria-live="polite" className="text-sm text-warn">
              {t('point-unread')}
            </p>
          )}
          {typed !== null && point && <p className="text-muted text-sm">{pointText(point)}</p>}
        </>
      )}
    </Field>
  )
}
