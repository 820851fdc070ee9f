import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { AccountMenu } from '../_account/account-menu'
import type { Preferences } from '../_words/preferences'
import { LanguageSwitch } from './language-switch'
import { PreferencesMenu } from './preferences-menu'
import { WhenAlive } from './when-alive'

/** The top of every page: name, the two places to go, language, preferences and account. */
export function Header({ preferences, name }: { preferences: Preferences; name: string | null }) {
  const t = useTranslations('common')
  return (
    <header className="border-line border-b bg-surface">
      <div className="mx-auto flex max-w-[100rem] flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2 sm:gap-x-5">
        <Link href="/timeline" className="py-1 font-bold text-accent text-lg">
          {t('name')}
        </Link>
        <nav aria-label={t('nav.label')} className="flex flex-1 items-center gap-1 whitespace-nowrap">
          <Link href="/timeline" className="rounded px-2 py-1.5 hover:bg-sunken sm:px-2.5">
            {t('nav.timeline')}
          </Link>
          <Link
            href="/log"
            className="rounded bg-accent px-2 py-1.5 font-medium text-accent-ink hover:opacity-90 sm:px-2.5"
          >
            {t('nav.log')}
          </Link>
        </nav>
        <div className="ms-auto flex items-center gap-1">
          <WhenAlive>
            <LanguageSwitch language={preferences.language} />
            <PreferencesMenu preferences={preferences} />
            <AccountMenu name={name} />
          </WhenAlive>
        </div>
      </div>
    </header>
  )
}
