import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import type { Member } from '@/lib/access/viewer'
import { listTokens } from '@/lib/operations/tokens/keep-tokens'
import { forPage } from '../_http/page-failure'
import { formatInstant } from '../_ui/format'
import { RevokeToken } from './revoke-token'
import { TokenForm } from './token-form'

/** A member's tokens: what there are, how to end them, and how to make another. */
export async function TokensSection({ member }: { member: Member }) {
  const [t, locale, tokens] = await Promise.all([
    getTranslations('token'),
    getLocale(),
    forPage(listTokens(member, 'own')),
  ])
  const now = new Date()
  return (
    <>
      <p className="text-muted">
        {t('intro')}{' '}
        <Link href="/docs/api" className="underline">
          {t('documentation')}
        </Link>
      </p>
      {tokens.length === 0 && <p>{t('none')}</p>}
      <ul className="grid gap-2">
        {tokens.map(({ id, name, prefix, scopes, expiresAt, lastUsedAt, revokedAt }) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded border border-line bg-surface p-3"
          >
            <div className="min-w-0 grow">
              <p className="font-medium">
                <bdi>{name}</bdi>{' '}
                <bdi dir="ltr" className="font-mono text-muted text-sm">
                  waqai_{prefix}_…
                </bdi>
              </p>
              <p className="text-muted text-sm">
                {scopes.map((scope) => t(`scope.${scope as 'read'}`)).join(t('comma'))} ·{' '}
                {revokedAt
                  ? t('revoked', { when: formatInstant(locale, revokedAt) })
                  : t(expiresAt < now ? 'ended' : 'ends', { when: formatInstant(locale, expiresAt) })}{' '}
                · {lastUsedAt ? t('used', { when: formatInstant(locale, lastUsedAt) }) : t('unused')}
              </p>
            </div>
            {!revokedAt && expiresAt >= now && <RevokeToken id={id} name={name} />}
          </li>
        ))}
      </ul>
      <TokenForm />
    </>
  )
}
