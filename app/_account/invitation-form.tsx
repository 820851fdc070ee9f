'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { ask } from '../_ui/ask'
import { CodeForm } from './code-form'
import { DoorForm } from './door-form'
import { DoorPage } from './door-page'

interface Invited {
  email: string
  name: string
  role: 'reader'
  recovers: boolean
}

type State = 'opening' | 'confirming' | { trouble: string } | { token: string; invited: Invited }

/** Accepts an invitation, or sets another password after one was lost. */
export function InvitationForm() {
  const t = useTranslations('account')
  const [state, setState] = useState<State>('opening')
  const unreachable = t('unreachable')
  useEffect(() => {
    const token = window.location.hash.slice(1)
    void ask<Invited>('/api/invitations/open', 'POST', { token }).then((answer) => {
      if (answer.ok) setState({ token, invited: answer.value })
      else setState({ trouble: answer.why === 'refused' ? (answer.problems[0]?.message ?? '') : unreachable })
    })
  }, [unreachable])
  const go = () => window.location.assign('/timeline')
  if (state === 'opening') return <DoorPage title={t('invitation-title')} intro="…" />
  if (state === 'confirming')
    return (
      <DoorPage title={t('sign-in')} intro={t('password-set')}>
        <CodeForm onDone={go} />
      </DoorPage>
    )
  if ('trouble' in state)
    return (
      <DoorPage title={t('invitation-title')} intro="">
        <p role="alert">{state.trouble}</p>
      </DoorPage>
    )
  const { token, invited } = state
  const { name, email, role, recovers } = invited
  const nameField = { name: 'name', label: t('name'), autoComplete: 'name', value: name }
  return (
    <DoorPage
      title={recovers ? t('recovery-title') : t('invitation-title')}
      intro={
        recovers ? t('recovery-intro', { email }) : t('invitation-intro', { email, role: t(`role.${role}`) })
      }
    >
      <DoorForm<{ secondFactor: boolean }>
        path="/api/invitations/accept"
        extra={{ token }}
        fields={[
          ...(recovers ? [] : [nameField]),
          {
            name: 'password',
            label: t('new-password'),
            help: t('password-help'),
            type: 'password',
            autoComplete: 'new-password',
          },
        ]}
        submit={recovers ? t('set-password') : t('accept')}
        onDone={({ secondFactor }) => (secondFactor ? setState('confirming') : go())}
      />
    </DoorPage>
  )
}
