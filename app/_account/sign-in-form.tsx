'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { CodeForm } from './code-form'
import { DoorForm } from './door-form'

/** Email and password, then the second factor where there is one; then to where one wanted to go. */
export function SignInForm({ to }: { to: string }) {
  const t = useTranslations('account')
  const [waits, setWaits] = useState(false)
  // A whole load: whatever was read as nobody must not be shown again to somebody, nor the other way round.
  const go = () => window.location.assign(to)
  if (waits) return <CodeForm onDone={go} />
  return (
    <DoorForm<{ secondFactor: boolean }>
      path="/api/account/sign-in"
      fields={[
        { name: 'email', label: t('email'), type: 'email', autoComplete: 'username' },
        { name: 'password', label: t('password'), type: 'password', autoComplete: 'current-password' },
      ]}
      submit={t('sign-in')}
      onDone={({ secondFactor }) => (secondFactor ? setWaits(true) : go())}
    />
  )
}
