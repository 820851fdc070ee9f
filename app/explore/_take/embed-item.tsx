'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { type Language, languageOf, languages } from '@/app/_words/preferences'
import { type EmbedTheme, embedThemes } from '@/app/embed/embed-path'
import { type EmbedView, embedViews } from '@/app/embed/embed-url'
import { useExplorer, useExplorerHands } from '../_engine/explorer-state'
import { embedCode } from './embed-code'
import { useSentence } from './use-sentence'

interface Props {
  /** The view that is chosen at first. */
  view: EmbedView
  copy(text: string): void
}

/** The HTML by which another site shows a view, to be copied; where no site may, how to let one. */
export function EmbedItem({ view, copy }: Props) {
  const t = useTranslations('embed.take')
  const { isEmbeddable } = useExplorerHands()
  return (
    <details className="w-full">
      <summary className="cursor-pointer rounded px-2 py-1 hover:bg-sunken">{t('label')}</summary>
      <div className="flex max-w-72 flex-col gap-2 px-2 py-1 text-sm">
        <p>{t(isEmbeddable ? 'note' : 'off')}</p>
        {isEmbeddable && <Code view={view} copy={copy} />}
      </div>
    </details>
  )
}

function Code({ view: first, copy }: Props) {
  const t = useTranslations('embed.take')
  const [view, setView] = useState(first)
  const [lang, setLang] = useState(languageOf(useLocale()))
  const [theme, setTheme] = useState<EmbedTheme>('auto')
  const { explored } = useExplorer()
  const title = `${t(`views.${view}`)}: ${useSentence(explored.filter)}`
  const code = embedCode({ origin: window.location.origin, view, explored, lang, theme, title })
  return (
    <>
      <Choice<EmbedView> of={embedViews} words="views" value={view} choose={setView} />
      <Choice<Language> of={languages} words="languages" value={lang} choose={setLang} />
      <Choice<EmbedTheme> of={embedThemes} words="themes" value={theme} choose={setTheme} />
      <textarea
        readOnly
        dir="ltr"
        rows={6}
        value={code}
        aria-label={t('code')}
        className="w-full rounded border border-line-strong bg-surface p-1 font-mono text-xs"
      />
      <button
        type="button"
        onClick={() => copy(code)}
        className="self-start rounded border border-line-strong px-2 py-1 hover:bg-sunken"
      >
        {t('copy')}
      </button>
    </>
  )
}

interface ChoiceProps<T extends string> {
  of: readonly T[]
  /** The group of messages that names each, and the choice itself as `label`. */
  words: 'views' | 'languages' | 'themes'
  value: T
  choose(one: T): void
}

function Choice<T extends string>({ of, words, value, choose }: ChoiceProps<T>) {
  const t = useTranslations(`embed.take.${words}`)
  return (
    <label className="flex items-center justify-between gap-2">
      {t('label')}
      <select
        value={value}
        onChange={(event) => choose(of.find((one) => one === event.target.value) ?? value)}
        className="rounded border border-line-strong bg-surface px-2 py-1"
      >
        {of.map((one) => (
          <option key={one} value={one}>
            {t(one as never)}
          </option>
        ))}
      </select>
    </label>
  )
}
