'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DoorForm } from '../../_account/door-form'
import { MadeLink } from '../../_account/made-link'
import { RoleSelect } from './role-select'

/** Email, name and role; then the link, shown once. */
export function InviteForm() {
  const t = useTranslations('account')
  const router = useRouter()
  const [token, setToken] = useState<string | null>(null)
  return (
    <>
      <DoorForm<{ token: string }>
        key={token}
        path="/api/invitations"
        fields={[
          { name: 'name', label: t('their-name'), autoComplete: 'off' },
          { name: 'email', label: t('email'), help: t('email-help'), type: 'email', autoComplete: 'off' },
        ]}
        submit={t('make-link')}
        onDone={(made) => {
          setToken(made.token)
          router.refresh()
        }}
      >
        <RoleSelect name="role" label={t('role-label')} defaultValue="analyst" />
      </DoorForm>
      {token && <MadeLink token={token} />}
    </>
  )
}
