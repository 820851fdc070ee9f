'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DoorForm } from '../../_account/door-form'

/** Another password, with the one there is. */
export function PasswordForm({ secondFactor }: { secondFactor: boolean }) {
  const t = useTranslations('account')
  const router = useRouter()
  const [times, setTimes] = useState(0)
  return (
    <>
      <DoorForm
        key={times}
        path="/api/account/password"
        fields={[
          {
            name: 'current',
            label: t('current-password'),
            type: 'password',
            autoComplete: 'current-password',
          },
          {
            name: 'password',
            label: t('new-password'),
            help: secondFactor ? t('password-help-factor') : t('password-help'),
            type: 'password',
            autoComplete: 'new-password',
          },
        ]}
        submit={t('change-password')}
        onDone={() => {
          setTimes(times + 1)
          router.refresh()
        }}
      />
      <p role="status" className="empty:hidden">
        {times > 0 && t('password-changed')}
      </p>
    </>
  )
}
