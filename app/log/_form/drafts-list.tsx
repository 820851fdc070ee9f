'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { formatInstant } from '../../_ui/format'
import { chooseText } from '../../_ui/name-text'
import { discardDraft, listDrafts, restoreDraft } from './api'
import { buttonLook } from './field'
import type { LogDocument } from './form-types'
import { forgetDraft, isLogDocument, keepDraft, openKeptDrafts, unsavedDrafts } from './kept-draft'

interface OfferedDraft {
  id: string
  document: LogDocument
  version: number | null
  changedAt: string
}

interface DraftsListProps {
  /** The draft being written now, which is not offered. */
  current: string
  onOpen: (id: string) => void
}

/** Drafts left unfinished, here or on the server; each to open or to discard, and a discarded one to bring back. */
export function DraftsList({ current, onOpen }: DraftsListProps) {
  const t = useTranslations('log.drafts')
  const locale = useLocale()
  const [drafts, setDrafts] = useState<OfferedDraft[]>([])
  const [discarded, setDiscarded] = useState<OfferedDraft | null>(null)
  useEffect(() => {
    void offeredDrafts().then(setDrafts)
  }, [])
  const offered = drafts.filter(({ id }) => id !== current)
  if (offered.length === 0 && !discarded) return null
  const discard = async (draft: OfferedDraft) => {
    await discardDraft(draft.id)
    forgetDraft(draft.id)
    setDrafts((now) => now.filter(({ id }) => id !== draft.id))
    setDiscarded(draft)
  }
  const restore = async (draft: OfferedDraft) => {
    const answer = await restoreDraft(draft.id)
    const { id, document, changedAt } = draft
    if (!answer.ok) keepDraft(id, { document, version: null, saved: false, changedAt })
    setDrafts((now) => [draft, ...now])
    setDiscarded(null)
  }
  return (
    <details className="rounded-lg border border-line bg-surface p-3">
      <summary className="font-semibold">{t('heading', { count: offered.length })}</summary>
      <ul className="mt-2 flex flex-col gap-1">
        {offered.map((draft) => (
          <li key={draft.id} className="flex flex-wrap items-baseline gap-2">
            <span className="min-w-52 flex-1">
              <bdi>{titleOf(locale, draft.document) ?? t('untitled')}</bdi>{' '}
              <span className="text-muted text-sm">{formatInstant(locale, new Date(draft.changedAt))}</span>
            </span>
            <button type="button" className={buttonLook} onClick={() => onOpen(draft.id)}>
              {t('open')}
            </button>
            <button type="button" className={buttonLook} onClick={() => void discard(draft)}>
              {t('discard')}
            </button>
          </li>
        ))}
      </ul>
      {discarded && (
        <p role="status" className="mt-2 flex items-baseline gap-2">
          {t('discarded')}
          <button type="button" className={buttonLook} onClick={() => void restore(discarded)}>
            {t('undo')}
          </button>
        </p>
      )}
    </details>
  )
}

/** Those of the server and those that only this browser has, newest first. */
async function offeredDrafts(): Promise<OfferedDraft[]> {
  const [answer] = await Promise.all([listDrafts(), openKeptDrafts()])
  const stored = (answer.ok ? answer.value.drafts : []).flatMap(({ id, document, updatedAt }) =>
    isLogDocument(document) ? [{ id, document, version: null, changedAt: updatedAt }] : [],
  )
  const kept = unsavedDrafts().map(({ id, draft }) => ({ id, ...draft }))
  const elsewhere = stored.filter(({ id }) => !kept.some((draft) => draft.id === id))
  return [...kept, ...elsewhere].sort((a, b) => b.changedAt.localeCompare(a.changedAt))
}

function titleOf(locale: string, { log }: LogDocument): string | null {
  const titles = log.incidents.flatMap(({ title }) => chooseText(locale, title)?.text ?? [])
  const outlets = log.reports.flatMap(({ outlet }) => outlet || [])
  return [...outlets, ...titles].join(' · ') || null
}
