import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { asMember } from '@/lib/access/holder'
import { codesLeft } from '@/lib/operations/accounts/second-factor'
import { listSessions } from '@/lib/operations/accounts/sessions'
import { Part } from '../_account/part'
import { TokensSection } from '../_account/tokens-section'
import { forPage } from '../_http/page-failure'
import { pageHolder } from '../_http/page-holder'
import { PasswordForm } from './_parts/password-form'
import { SecondFactor } from './_parts/second-factor'
import { Sessions } from './_parts/sessions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('pages.account') }
}

/** One's own account: password, second factor, sessions. */
export default async function AccountPage() {
  const holder = await pageHolder('/account')
  const [t, tokens, locale, sessions, left] = await Promise.all([
    getTranslations('account'),
    getTranslations('token'),
    getLocale(),
    forPage(listSessions(holder)),
    forPage(codesLeft(holder)),
  ])
  return (
    <div className="mx-auto grid max-w-3xl gap-8 px-4 py-8">
      <div>
        <h1 className="font-bold text-2xl">{t('pages.account')}</h1>
        <p className="text-muted">
          <bdi>{holder.name}</bdi> · <bdi>{holder.email}</bdi> · {t(`role.${holder.role}`)}
        </p>
      </div>
      {holder.halt === 'second-factor-missing' && (
        <p role="status" className="rounded border border-accent bg-accent-soft p-3">
          {t('factor-demanded')}
        </p>
      )}
      <Part title={t('factor')}>
        <SecondFactor on={holder.secondFactor} left={left} />
      </Part>
      <Part title={t('password')}>
        <PasswordForm secondFactor={holder.secondFactor} />
      </Part>
      <Part title={t('sessions')}>
        <Sessions sessions={sessions} locale={locale} />
      </Part>
      {holder.halt === null && (
        <Part title={tokens('title')}>
          <TokensSection member={asMember(holder)} />
        </Part>
      )}
    </div>
  )
}
