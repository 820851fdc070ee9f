import { useTranslations } from 'next-intl'
import type { OwnSession } from '@/lib/operations/accounts/sessions'
import { ActButton } from '../../_account/act-button'
import { formatInstant } from '../../_ui/format'

/** Where one is signed in, each to end, or all others at once. */
export function Sessions({ sessions, locale }: { sessions: OwnSession[]; locale: string }) {
  const t = useTranslations('account')
  return (
    <>
      <ul className="grid gap-3">
        {sessions.map(({ id, current, userAgent, address, createdAt, lastSeenAt }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-2 border-line border-b pb-3"
          >
            <div className="min-w-0">
              <p className="font-medium">
                <bdi className="break-words">{deviceOf(userAgent) ?? t('device-unknown')}</bdi>
                {current && (
                  <span className="ms-2 rounded bg-accent-soft px-2 text-sm">{t('this-session')}</span>
                )}
              </p>
              <p className="text-muted text-sm">
                {t('session-times', {
                  address: address ?? '?',
                  since: formatInstant(locale, createdAt),
                  seen: formatInstant(locale, lastSeenAt),
                })}
              </p>
            </div>
            {!current && (
              <ActButton
                path={`/api/account/sessions/${id}`}
                method="DELETE"
                label={t('end-session')}
                about={`${deviceOf(userAgent) ?? t('device-unknown')} ${address ?? ''}`}
              />
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <ActButton path="/api/account/sessions" method="DELETE" label={t('end-others')} />
      )}
    </>
  )
}

/** Browser and system out of what the browser says of itself; the rest of it tells nobody anything. */
function deviceOf(userAgent: string | null): string | null {
  const browser = /(Firefox|Edg|OPR|Chrome|Safari)\/[\d]+/.exec(userAgent ?? '')?.[1]
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux|CrOS)/.exec(userAgent ?? '')?.[1]
  if (!browser && !system) return userAgent?.slice(0, 60) || null
  return [browser === 'Edg' ? 'Edge' : browser === 'OPR' ? 'Opera' : browser, system]
    .filter(Boolean)
    .join(' · ')
}
