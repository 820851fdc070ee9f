'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Question, Shown } from '@/lib/analysis/facts/explorer'
import type { TimeWindow } from '@/lib/analysis/facts/time-window'
import type { Asked, Told } from './protocol'

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
      pending: boolean
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

/** Holds the worker of the page, which `ask` asks what to show, and gives what it showed last. */
export function useEngine(): { engine: Engine; ask: (question: Question) => void } {
  const [engine, setEngine] = useState<Engine>({ state: 'opening' })
  const worker = useRef<Worker | null>(null)
  const asked = useRef(0)
  useEffect(() => {
    const own = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    worker.current = own
    own.onmessage = ({ data }: MessageEvent<Told>) =>
      setEngine((before) => after(before, data, asked.current))
    own.onerror = () => setEngine({ state: 'failed', status: null })
    const tellSeen = () => own.postMessage({ isSeen: document.visibilityState === 'visible' } satisfies Asked)
    tellSeen()
    document.addEventListener('visibilitychange', tellSeen)
    return () => {
      document.removeEventListener('visibilitychange', tellSeen)
      own.terminate()
    }
  }, [])
  const ask = useCallback((question: Question) => {
    asked.current += 1
    worker.current?.postMessage({ seq: asked.current, question } satisfies Asked)
    setEngine((before) => (before.state === 'open' ? { ...before, pending: true } : before))
  }, [])
  return { engine, ask }
}

function after(before: Engine, told: Told, asked: number): Engine {
  if (told.type === 'failed') return { state: 'failed', status: told.status }
  if (told.type === 'opened') {
    const { version, extent, isFromServer } = told
    const holds = { version, extent, isFromServer }
    return { state: 'open', ...holds, shown: null, pending: true, change: null, left: null }
  }
  if (before.state !== 'open') return before
  if (told.type === 'left') return { ...before, left: told.status }
  if (told.type === 'changed') {
    const { version, extent, isFromServer, ids } = told
    return { ...before, version, extent, isFromServer, pending: true, change: { ids, at: new Date() } }
  }
  const answer = told.shown.answer ?? before.shown?.answer
  if (!answer) return before
  return { ...before, shown: { ...told.shown, answer }, pending: told.seq < asked }
}
