'use client'

import { useTranslations } from 'next-intl'
import { DoorForm } from './door-form'

/** The first account: the code that the start printed, and who the keeper is. */
export function ClaimForm() {
  const t = useTranslations('account')
  return (
    <DoorForm
      path="/api/account/claim"
      fields={[
        { name: 'code', label: t('claim-code'), help: t('claim-code-help'), autoComplete: 'off' },
        { name: 'name', label: t('name'), autoComplete: 'name' },
        { name: 'email', label: t('email'), help: t('email-help'), type: 'email', autoComplete: 'username' },
        {
          name: 'password',
          label: t('password'),
          help: t('password-help'),
          type: 'password',
          autoComplete: 'new-password',
        },
      ]}
      submit={t('claim')}
      onDone={() => window.location.assign('/timeline')}
    />
  )
}
