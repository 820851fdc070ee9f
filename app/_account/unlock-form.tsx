'use client'

import { useTranslations } from 'next-intl'
import { DoorForm } from './door-form'

/** The password again, after an idle time. */
export function UnlockForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations('account')
  return (
    <DoorForm
      path="/api/account/unlock"
      fields={[
        { name: 'password', label: t('password'), type: 'password', autoComplete: 'current-password' },
      ]}
      submit={t('unlock')}
      onDone={onDone}
    />
  )
}
