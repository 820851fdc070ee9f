'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { writeDraft } from './api'
import type { LogDocument } from './form-types'
import { isLogDocument, keepDraft } from './kept-draft'
import { ofToday } from './older-draft'

export type SavingState =
  | { name: 'untouched' | 'waiting' | 'saving' | 'offline' | 'unkept' }
  | { name: 'saved'; at: Date }
  | { name: 'stale'; newer: LogDocument; version: number }
  | { name: 'refused'; message: string }

/** Pause after the last keystroke before the draft goes to the server; with the request it stays well below 2 s. */
const PAUSE_MS = 700
const RETRY_MS = [1000, 2000, 4000, 8000, 15_000]

/**
 * Saves the draft by itself: into this browser at every change, to the server after a short pause, again and again
 * while it cannot be reached. A newer version on the server stops it until somebody chooses.
 */
export function useSaving(
  id: string,
  document: LogDocument,
  opened: { version: number | null; unsaved: boolean; sent?: string | undefined },
) {
  const [state, setState] = useState<SavingState>({ name: 'untouched' })
  const version = useRef(opened.version)
  const latest = useRef(document)
  const written = useRef(opened.unsaved ? null : document)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const busy = useRef<boolean>(false)
  const failures = useRef(0)
  const lastSent = useRef(opened.sent)
  const stopped = useRef<boolean>(false)
  /** A newer version stands on the server and nobody has chosen yet. */
  const held = useRef<boolean>(false)

  const keep = useCallback(
    (saved: boolean) =>
      keepDraft(id, {
        document: latest.current,
        version: version.current,
        sent: lastSent.current,
        saved,
        changedAt: new Date().toISOString(),
      }),
    [id],
  )

  const push = useCallback(async () => {
    if (busy.current || stopped.current || held.current || written.current === latest.current) return
    busy.current = true
    const sent = latest.current
    const own = lastSent.current
    lastSent.current = crypto.randomUUID()
    keep(false)
    setState({ name: 'saving' })
    const document = { ...sent, sent: lastSent.current }
    const answer = await writeDraft(id, { document, version: version.current })
    busy.current = false
    if (stopped.current) return
    if (answer.ok) {
      failures.current = 0
      version.current = answer.value.version
      written.current = sent
      keep(sent === latest.current)
      setState({ name: 'saved', at: new Date() })
      if (sent !== latest.current) timer.current = setTimeout(push, PAUSE_MS)
    } else if (answer.why === 'unreachable') {
      const wait = RETRY_MS[Math.min(failures.current, RETRY_MS.length - 1)]
      failures.current += 1
      setState({ name: 'offline' })
      timer.current = setTimeout(push, wait)
    } else if (answer.status === 409) {
      const newer = answer.detail as { document?: unknown; version?: number } | null
      if (newer && isLogDocument(newer.document) && typeof newer.version === 'number') {
        // Our own save, whose answer was lost with the connection or the page.
        if (newer.document.sent !== undefined && newer.document.sent === own) {
          version.current = newer.version
          timer.current = setTimeout(push, 0)
          return
        }
        held.current = true
        setState({ name: 'stale', newer: ofToday(newer.document), version: newer.version })
      }
    } else {
      setState({ name: 'refused', message: answer.problems[0]?.message ?? answer.title })
    }
  }, [id, keep])

  useEffect(() => {
    latest.current = document
    if (document === written.current || stopped.current) return
    const kept = keep(false)
    setState((now) => (now.name === 'stale' ? now : { name: kept ? 'waiting' : 'unkept' }))
    clearTimeout(timer.current)
    timer.current = setTimeout(push, PAUSE_MS)
  }, [document, keep, push])

  useEffect(() => {
    const back = () => void push()
    window.addEventListener('online', back)
    return () => {
      window.removeEventListener('online', back)
      clearTimeout(timer.current)
    }
  }, [push])

  /** Goes on from the newer version that was shown: the next save stands on it. */
  const goOnFrom = useCallback((newer: number) => {
    held.current = false
    version.current = newer
    setState({ name: 'waiting' })
  }, [])

  /** Saves no more: the draft has become incidents, or was discarded. */
  const stop = useCallback(() => {
    stopped.current = true
    clearTimeout(timer.current)
  }, [])

  return { state, goOnFrom, stop }
}
