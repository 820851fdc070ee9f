'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Role } from '@/lib/access/roles'
import { ActButton } from '../../_account/act-button'
import { MadeLink } from '../../_account/made-link'
import { RoleSelect } from './role-select'

interface ShownMember {
  id: string
  name: string
  email: string
  role: Role
  closed: boolean
  secondFactor: boolean
  sessions: number
}

/** One account: what it is, and what an administrator does to it. Nobody does so to their own. */
export function MemberRow({ member, own, seen }: { member: ShownMember; own: boolean; seen: string | null }) {
  const t = useTranslations('account')
  const [role, setRole] = useState(member.role)
  const [token, setToken] = useState<string | null>(null)
  const { id, name, email, closed, secondFactor, sessions } = member
  const recover = { path: `/api/members/${id}/recovery`, method: 'POST', about: name }
  const told = (made: { token: string }) => setToken(made.token)
  return (
    <div className="grid gap-3">
      <div>
        <p className="font-medium">
          <bdi>{name}</bdi> {closed && <span className="rounded bg-sunken px-2 text-sm">{t('closed')}</span>}
        </p>
        <p className="text-muted text-sm">
          <bdi>{email}</bdi> · {t(`role.${member.role}`)} ·{' '}
          {secondFactor ? t('has-factor') : t('has-no-factor')} · {t('sessions-count', { count: sessions })}
          {seen && ` · ${t('seen', { when: seen })}`}
        </p>
      </div>
      {!own && (
        <div className="flex flex-wrap items-end gap-2">
          <RoleSelect
            name={`role-${id}`}
            label={t('role-of', { name })}
            defaultValue={member.role}
            onChange={setRole}
          />
          {role !== member.role && (
            <ActButton
              path={`/api/members/${id}`}
              method="PATCH"
              body={{ role }}
              label={t('give-role')}
              about={name}
            />
          )}
          <ActButton
            path={`/api/members/${id}`}
            method="PATCH"
            body={{ closed: !closed }}
            label={closed ? t('reopen') : t('close-account')}
            about={name}
          />
          {sessions > 0 && (
            <ActButton
              path={`/api/members/${id}/sessions`}
              method="DELETE"
              label={t('end-sessions')}
              about={name}
            />
          )}
          {!closed && <ActButton {...recover} body={{}} label={t('recover')} onDone={told} />}
          {!closed && secondFactor && (
            <ActButton {...recover} body={{ resetsFactor: true }} label={t('recover-factor')} onDone={told} />
          )}
        </div>
      )}
      {token && <MadeLink token={token} />}
    </div>
  )
}
