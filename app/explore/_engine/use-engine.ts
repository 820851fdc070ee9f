'use client'

import { useEffect, useRef, useState } from 'react'
import type { Question, Shown } from '@/lib/analysis/facts/explorer'
import type { TimeWindow } from '@/lib/analysis/facts/time-window'
import type { Asked, Told } from './protocol'

export type Engine =
  | { state: 'opening' }
  | { state: 'failed'; status: number | null }
  | {
      state: 'open'
      incidents: number
      /** Names the state of the data. */
      version: string
      extent: TimeWindow | null
      shown: Shown | null
      pending: boolean
    }

/** Holds the worker of the page, asks it each question that is new, and gives what it showed last. */
export function useEngine(question: Question | null): Engine {
  const [engine, setEngine] = useState<Engine>({ state: 'opening' })
  const worker = useRef<Worker | null>(null)
  const asked = useRef(0)
  useEffect(() => {
    const own = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    worker.current = own
    own.onmessage = ({ data }: MessageEvent<Told>) =>
      setEngine((before) => after(before, data, asked.current))
    own.onerror = () => setEngine({ state: 'failed', status: null })
    return () => own.terminate()
  }, [])
  useEffect(() => {
    if (question === null) return
    asked.current += 1
    const message: Asked = { seq: asked.current, question }
    worker.current?.postMessage(message)
    setEngine((before) => (before.state === 'open' ? { ...before, pending: true } : before))
  }, [question])
  return engine
}

function after(before: Engine, told: Told, asked: number): Engine {
  if (told.type === 'failed') return { state: 'failed', status: told.status }
  if (told.type === 'opened')
    return {
      state: 'open',
      incidents: told.incidents,
      version: told.version,
      extent: told.extent,
      shown: null,
      pending: true,
    }
  if (before.state !== 'open') return before
  const answer = told.shown.answer ?? before.shown?.answer
  if (!answer) return before
  return { ...before, shown: { ...told.shown, answer }, pending: told.seq < asked }
}
