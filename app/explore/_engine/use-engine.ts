'use client'

import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { Question, Shown } from '@/lib/analysis/facts/explorer'
import type { TimeWindow } from '@/lib/analysis/facts/time-window'
import { type Asked, type Told, withNews } from './protocol'

export type Engine =
  | { state: 'opening' }
  | { state: 'failed'; status: number | null }
  | {
      state: 'open'
      /** Names the state of the data. */
      version: string
      extent: TimeWindow | null
      /** The server counts: there are more incidents than a browser should hold. */
      isFromServer: boolean
      shown: Shown | null
      /** The question that this answers. */
      answered: Question | null
      /** What was changed by others last, while the page was open; null where nothing was. */
      change: Change | null
      /** Status of the answer that says that whoever looks may not go on reading; null while they may. */
      left: number | null
    }

export interface Change {
  /** Ids of incidents that became others or went away; null: it may be any. */
  ids: readonly number[] | null
  at: Date
}

const newWorker = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })

/** Made as soon as the page's script has come: it reads its own while React wakes the page. One that fails till then is none. */
let early: Worker | null = null
if (typeof window !== 'undefined') {
  early = newWorker()
  early.onerror = () => {
    early = null
  }
}

function takeWorker(): Worker {
  const taken = early ?? newWorker()
  early = null
  return taken
}

/**
 * Holds the worker of the page, which `ask` asks what to show, and gives what it showed last. `heard` is told whenever the worker
 * has told something, just before it is drawn.
 */
export function useEngine(
  isPublic: boolean,
  heard: () => void,
): { engine: Engine; ask: (question: Question) => void } {
  const [engine, setEngine] = useState<Engine>({ state: 'opening' })
  const worker = useRef<Worker | null>(null)
  const asked = useRef<Asking>({ seq: 0, questions: new Map() })
  // Before the first question, which is asked before the page is painted.
  useLayoutEffect(() => {
    const own = takeWorker()
    worker.current = own
    const { seq } = asked.current
    const open = asked.current.questions.get(seq)
    own.onmessage = ({ data }: MessageEvent<Told>) => {
      const answered = data.type === 'shown' ? questionOf(asked.current, data.seq) : null
      heard()
      setEngine((before) => after(before, data, answered))
    }
    own.postMessage({ isPublic } satisfies Asked)
    own.onerror = () => setEngine({ state: 'failed', status: null })
    const tellSeen = () => own.postMessage({ isSeen: document.visibilityState === 'visible' } satisfies Asked)
    tellSeen()
    // A worker that takes the place of another is asked the same.
    if (open) own.postMessage({ seq, question: open } satisfies Asked)
    document.addEventListener('visibilitychange', tellSeen)
    return () => {
      document.removeEventListener('visibilitychange', tellSeen)
      own.terminate()
    }
  }, [isPublic, heard])
  const ask = useCallback((question: Question) => {
    const { questions } = asked.current
    const seq = asked.current.seq + 1
    asked.current.seq = seq
    questions.set(seq, question)
    worker.current?.postMessage({ seq, question } satisfies Asked)
  }, [])
  return { engine, ask }
}

interface Asking {
  seq: number
  /** By their numbers, those that may still be answered. */
  questions: Map<number, Question>
}

/** The question of this number; earlier ones are not answered any more. */
function questionOf({ questions }: Asking, seq: number): Question | null {
  for (const earlier of questions.keys()) if (earlier < seq) questions.delete(earlier)
  return questions.get(seq) ?? null
}

function after(before: Engine, told: Told, answered: Question | null): Engine {
  if (told.type === 'failed') return { state: 'failed', status: told.status }
  if (told.type === 'opened') {
    const { version, extent, isFromServer } = told
    const nothing = { shown: null, answered: null, change: null, left: null }
    return { state: 'open', version, extent, isFromServer, ...nothing }
  }
  if (before.state !== 'open') return before
  if (told.type === 'left') return { ...before, left: told.status }
  if (told.type === 'changed') {
    const { version, extent, isFromServer, ids } = told
    return { ...before, version, extent, isFromServer, change: { ids, at: new Date() } }
  }
  return {
    ...before,
    shown: withNews(before.shown, told.shown),
    answered: answered ?? before.answered,
  }
}
