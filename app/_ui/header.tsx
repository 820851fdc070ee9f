import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { AccountMenu, type SignedInAs } from '../_account/account-menu'
import type { Preferences } from '../_words/preferences'
import { formatNumber } from './format'
import { LanguageSwitch } from './language-switch'
import { PreferencesMenu } from './preferences-menu'
import { WhenAlive } from './when-alive'

interface Props {
  preferences: Preferences
  account: SignedInAs | null
  /** How much waits for whoever is signed in; null for who takes no part in the work. */
  waiting: number | null
}

/** The top of every page: name, the places to go, language, preferences and account. */
export function Header({ preferences, account, waiting }: Props) {
  const t = useTranslations('common')
  return (
    <header className="border-line border-b bg-surface">
      <div className="mx-auto flex max-w-[100rem] flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2 sm:gap-x-5">
        <Link href="/timeline" className="py-1 font-bold text-accent text-lg">
          {t('name')}
        </Link>
        <nav
          aria-label={t('nav.label')}
          className="order-last flex w-full flex-wrap items-center gap-1 whitespace-nowrap sm:order-none sm:w-auto sm:flex-1"
        >
          <Link href="/timeline" className="rounded px-2 py-1.5 hover:bg-sunken sm:px-2.5">
            {t('nav.timeline')}
          </Link>
          <Link href="/explore" prefetch={false} className="rounded px-2 py-1.5 hover:bg-sunken sm:px-2.5">
            {t('nav.explore')}
          </Link>
          <Link
            href="/log"
            className="rounded bg-accent px-2 py-1.5 font-medium text-accent-ink hover:opacity-90 sm:px-2.5"
          >
            {t('nav.log')}
          </Link>
          {waiting !== null && <ReviewLink waiting={waiting} />}
        </nav>
        <div className="ms-auto flex items-center gap-1">
          <WhenAlive>
            <LanguageSwitch language={preferences.language} />
            <PreferencesMenu preferences={preferences} />
            <AccountMenu account={account && { name: account.name, role: account.role }} />
          </WhenAlive>
        </div>
      </div>
    </header>
  )
}

/** The way to what waits for the one signed in, and how much it is. */
function ReviewLink({ waiting }: { waiting: number }) {
  const locale = useLocale()
  const t = useTranslations('review.queue')
  return (
    <Link href="/review" className="rounded px-2 py-1.5 hover:bg-sunken sm:px-2.5">
      {t('nav')}
      {waiting > 0 && (
        <span className="ms-1.5 rounded-full bg-warn-soft px-1.5 text-sm text-warn">
          <span aria-hidden="true">{formatNumber(locale, waiting)}</span>
          <span className="sr-only">{t('count', { n: waiting })}</span>
        </span>
      )}
    </Link>
  )
}
