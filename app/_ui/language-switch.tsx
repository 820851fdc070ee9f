'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { Language } from '../_words/preferences'
import { savePreference } from './save-preference'

/** One click to the other language; the page and its address stay. */
export function LanguageSwitch({ language }: { language: Language }) {
  const t = useTranslations('common.nav')
  const router = useRouter()
  const other = language === 'ar' ? 'en' : 'ar'
  const change = () => {
    savePreference('language', other)
    router.refresh()
  }
  return (
    <button type="button" lang={other} onClick={change} className="rounded px-2.5 py-1.5 hover:bg-sunken">
      {t('language')}
    </button>
  )
}
