import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Viewer } from '@/lib/access/viewer'
import { browserKey } from '@/lib/operations/accounts/browser-key'
import { countWaiting, takesPart } from '@/lib/operations/review/what-waits'
import { UnlockDialog } from './_account/unlock-dialog'
import { NONCE_HEADER } from './_http/inner-headers'
import { pageAsker } from './_http/page-viewer'
import { Header } from './_ui/header'
import { LocaleProvider } from './_ui/locale-provider'
import { NoEval } from './_ui/no-eval'
import { SystemTheme } from './_ui/system-theme'
import { directionOf, type Preferences } from './_words/preferences'
import { isEmbedded, requestPreferences } from './_words/request'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common')
  return { title: { default: t('name'), template: `%s · ${t('name')}` }, description: t('tagline') }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [preferences, locale, messages, embedded] = await Promise.all([
    requestPreferences(),
    getLocale(),
    getMessages(),
    isEmbedded(),
  ])
  // A page without its database still has its frame. A view in another site's page is nobody's, whoever looks.
  const asker = embedded ? null : await pageAsker().catch(() => null)
  const { language, theme } = preferences
  const nonce = (await headers()).get(NONCE_HEADER) ?? undefined
  return (
    <html
      lang={language}
      dir={directionOf(language)}
      data-theme={theme === 'system' ? undefined : theme}
      suppressHydrationWarning
    >
      <head>
        {/* For the styles that react-aria adds. The browser hides a nonce from whatever reads the page. */}
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <NoEval nonce={nonce} />
      </head>
      <body
        className="flex min-h-dvh flex-col font-sans antialiased"
        data-account={asker?.kind === 'member' ? asker.id : undefined}
        data-draft-key={browserKey(asker) ?? undefined}
      >
        {theme === 'system' && <SystemTheme nonce={nonce} />}
        <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC">
          <LocaleProvider locale={locale}>
            {embedded ? (
              children
            ) : (
              <WholePage preferences={preferences} asker={asker}>
                {children}
              </WholePage>
            )}
          </LocaleProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  )
}

interface WholePageProps {
  preferences: Preferences
  asker: Viewer | null
  children: ReactNode
}

/** A page with the top that all have. */
async function WholePage({ preferences, asker, children }: WholePageProps) {
  const t = await getTranslations('common')
  const waiting = asker && takesPart(asker) ? await countWaiting(asker).catch(() => null) : null
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-3"
      >
        {t('skip')}
      </a>
      <Header preferences={preferences} account={asker?.kind === 'member' ? asker : null} waiting={waiting} />
      <main id="content" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      {asker?.kind === 'member' && <UnlockDialog />}
    </>
  )
}
