'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { DoorForm } from './door-form'

/** The second step of a sign-in: what the authenticator shows, or a recovery code. */
export function CodeForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations('account')
  const part = useRef<HTMLDivElement>(null)
  useEffect(() => part.current?.querySelector('input')?.focus(), [])
  return (
    <div ref={part}>
      <DoorForm
        path="/api/account/confirm"
        fields={[
          {
            name: 'code',
            label: t('code'),
            help: t('code-help'),
            type: 'code',
            autoComplete: 'one-time-code',
          },
        ]}
        submit={t('confirm')}
        onDone={onDone}
      />
    </div>
  )
}
