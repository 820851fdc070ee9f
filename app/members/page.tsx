import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { mayAdminister } from '@/lib/access/questions'
import { listInvitations } from '@/lib/operations/accounts/invite'
import { listMembers } from '@/lib/operations/accounts/members'
import { ActButton } from '../_account/act-button'
import { Part } from '../_account/part'
import { forPage } from '../_http/page-failure'
import { pageViewer } from '../_http/page-viewer'
import { formatInstant } from '../_ui/format'
import { InviteForm } from './_parts/invite-form'
import { MemberRow } from './_parts/member-row'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('pages.members') }
}

/** Everybody with an account, and the links that can still be used; for administrators. */
export default async function MembersPage() {
  const viewer = await pageViewer('/members')
  if (!mayAdminister(viewer)) notFound()
  const [t, locale, members, invitations] = await Promise.all([
    getTranslations('account'),
    getLocale(),
    forPage(listMembers(viewer)),
    forPage(listInvitations(viewer)),
  ])
  const own = viewer.kind === 'member' ? viewer.id : ''
  return (
    <div className="mx-auto grid max-w-4xl gap-8 px-4 py-8">
      <h1 className="font-bold text-2xl">{t('pages.members')}</h1>
      <Part title={t('invite')}>
        <InviteForm />
      </Part>
      {invitations.length > 0 && (
        <Part title={t('open-links')}>
          <ul className="grid gap-3">
            {invitations.map(({ id, name, email, role, recovers, expiresAt }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-2">
                <span>
                  <bdi>{name}</bdi> · <bdi>{email}</bdi> · {recovers ? t('link-recovers') : t(`role.${role}`)}{' '}
                  ·{' '}
                  <span className="text-muted text-sm">
                    {t('until', { when: formatInstant(locale, expiresAt) })}
                  </span>
                </span>
                <ActButton
                  path={`/api/invitations/${id}`}
                  method="DELETE"
                  label={t('revoke')}
                  about={email}
                />
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={t('accounts')}>
        <ul className="grid gap-4">
          {members.map((member) => (
            <li key={member.id} className="border-line border-b pb-4 last:border-0">
              <MemberRow
                member={member}
                own={member.id === own}
                seen={member.lastSeenAt && formatInstant(locale, member.lastSeenAt)}
              />
            </li>
          ))}
        </ul>
      </Part>
    </div>
  )
}
