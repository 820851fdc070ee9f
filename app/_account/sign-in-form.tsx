'use client'

import { useTranslations } from 'next-intl'
import { DoorForm } from './door-form'

/** Email and password; then to where one wanted to go. */
export function SignInForm({ to }: { to: string }) {
  const t = useTranslations('account')
  return (
    <DoorForm
      path="/api/account/sign-in"
      fields={[
        { name: 'email', label: t('email'), type: 'email', autoComplete: 'username' },
        { name: 'password', label: t('password'), type: 'password', autoComplete: 'current-password' },
      ]}
      submit={t('sign-in')}
      // A whole load: whatever was read as nobody must not be shown again to somebody, nor the other way round.
      onDone={() => window.location.assign(to)}
    />
  )
}
