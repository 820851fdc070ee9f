'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import { languageOf } from '../../_words/preferences'
import type { SavedIncident } from './api'
import { blankDocument } from './blank'
import { DraftsList } from './drafts-list'
import type { LogDocument } from './form-types'
import { LogForm, type OpenedDraft } from './log-form'
import { LogSkeleton } from './log-skeleton'
import { type Asked, openDraft } from './open-draft'
import { SavedPanel } from './saved-panel'

type State =
  | { name: 'loading' }
  | { name: 'trouble'; why: 'unknown' | 'unreachable' }
  | { name: 'open'; draft: OpenedDraft }
  | { name: 'saved'; saved: SavedIncident[]; document: LogDocument }

/** Opens what the address asks for: a draft, an incident to edit, one to attach a report to, or a blank form. */
export function LogPage(asked: Asked) {
  const t = useTranslations('log')
  const language = languageOf(useLocale())
  const [state, setState] = useState<State>({ name: 'loading' })
  const shown = useRef<string | null>(null)

  const open = useCallback(
    async (wanted: Asked) => {
      setState({ name: 'loading' })
      const opened = await openDraft(wanted, language)
      if (typeof opened === 'string') return setState({ name: 'trouble', why: opened })
      shown.current = opened.id
      setState({ name: 'open', draft: opened })
    },
    [language],
  )
  // The draft shown stays when only the reader's language changes.
  const { draft, edit, attach } = asked
  // biome-ignore lint/correctness/useExhaustiveDependencies: `open` changes with the language, which opens nothing anew
  useEffect(() => {
    if (draft === undefined || draft !== shown.current) void open({ draft, edit, attach })
  }, [draft, edit, attach])

  const openBlank = (document = blankDocument(language), unsaved = false) => {
    const id = crypto.randomUUID()
    shown.current = id
    if (!unsaved) window.history.replaceState(null, '', '/log')
    setState({ name: 'open', draft: { id, document, version: null, unsaved } })
  }
  if (state.name === 'loading') return <LogSkeleton />
  if (state.name === 'saved')
    return (
      <div className="p-4">
        <SavedPanel
          saved={state.saved}
          incidents={state.document.log.incidents}
          onAnother={() => openBlank()}
        />
      </div>
    )
  if (state.name === 'trouble')
    return (
      <div role="alert" className="mx-auto max-w-xl p-6">
        <p className="mb-4">{t(`trouble.${state.why}`)}</p>
        <button
          type="button"
          className="rounded bg-accent px-4 py-2 font-medium text-accent-ink"
          onClick={() => (state.why === 'unreachable' ? void open(asked) : openBlank())}
        >
          {t(`trouble.${state.why}-do`)}
        </button>
      </div>
    )
  return (
    <>
      <h1 className="sr-only">{t('title')}</h1>
      <div className="mx-auto max-w-[100rem] px-3 pt-2 empty:hidden">
        <DraftsList
          key={state.draft.id}
          current={state.draft.id}
          onOpen={(id) => void open({ draft: id, edit: undefined, attach: undefined })}
        />
      </div>
      <LogForm
        key={state.draft.id}
        opened={state.draft}
        onFork={(document) => openBlank(document, true)}
        onSaved={(saved, document) => {
          window.history.replaceState(null, '', '/log')
          setState({ name: 'saved', saved, document })
        }}
      />
    </>
  )
}
