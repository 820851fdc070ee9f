'use client'

import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'

/** Gives the reader's locale to react-aria, which would otherwise ask the browser for direction and words. */
export function LocaleProvider({ locale, children }: { locale: string; children: ReactNode }) {
  return <I18nProvider locale={locale}>{children}</I18nProvider>
}
