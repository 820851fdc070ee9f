'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { type Explored, readExplored, writeExplored } from '../explore-url'

/** What is to be another, or how it follows from what is explored now. */
export type Change = Partial<Explored> | ((now: Explored) => Partial<Explored>)

/**
 * A gesture rests this long after its last step, if it is not over before: browsers refuse to change the address at every
 * frame, and whoever draws slowly over a chart goes on meanwhile.
 */
const REST_MS = 300

/**
 * So long a step of a gesture waits for its answer, to be drawn together with it. An answer that takes longer finds drawn what
 * it is the answer to.
 */
const HELD_MS = 12

/** What is shown already, and is to be written where the gesture rests. */
interface Waiting {
  next: Explored
  isEntry: boolean
  timer: ReturnType<typeof setTimeout>
}

interface ExploredState {
  explored: Explored
  /** The same where a gesture rests: what the address says, and the fields of the filter, which cost more than a frame. */
  rested: Explored
  show(change: Change, replace?: boolean): void
  /** A step of a gesture, the first or a later one: the same, drawn only with its answer where that comes at once. */
  step(change: Change, isFirst: boolean): void
  /** Whether no later step than this is held back. */
  isLatest(explored: Explored): boolean
  /** An answer has come: what was held back for it is drawn. */
  catchUp(): void
  /** What is explored now is no gesture that goes on. */
  rest(): void
  /** A gesture that went on is over: its last step is written. */
  settle(): void
}

/**
 * What is explored: at first what the page was asked for; then what is chosen here, or gone back to. In a frame no address is
 * written: each would be a step back in the history of the page around it. `begin` hears of each step at once, before anything
 * of it is drawn.
 */
export function useExplored(
  first: Explored,
  isEmbedded: boolean,
  begin: (next: Explored) => void,
): ExploredState {
  const [explored, setExplored] = useState(first)
  const [rested, setRested] = useState(first)
  const latest = useRef(first)
  const waiting = useRef<Waiting | null>(null)
  const held = useRef<ReturnType<typeof setTimeout>>(undefined)
  const catchUp = useCallback(() => {
    clearTimeout(held.current)
    held.current = undefined
    setExplored(latest.current)
  }, [])
  const leave = useCallback(() => {
    clearTimeout(waiting.current?.timer)
    waiting.current = null
  }, [])
  const settle = useCallback(() => {
    const { isEntry, next } = waiting.current ?? {}
    leave()
    if (!next) return
    setRested(next)
    if (isEmbedded) return
    const query = writeExplored(next)
    const href = query ? `/explore?${query}` : '/explore'
    if (isEntry) window.history.pushState(null, '', href)
    else window.history.replaceState(null, '', href)
  }, [isEmbedded, leave])
  /** `isEntry`: what was shown before stays in the history. */
  const change = useCallback(
    (by: Change, isEntry: boolean) => {
      // What is gone back to from here is what was shown last.
      if (isEntry) settle()
      const next = { ...latest.current, ...(typeof by === 'function' ? by(latest.current) : by) }
      latest.current = next
      begin(next)
      const wasEntry = waiting.current?.isEntry ?? false
      leave()
      waiting.current = { next, isEntry: isEntry || wasEntry, timer: setTimeout(settle, REST_MS) }
    },
    [begin, leave, settle],
  )
  const show = useCallback(
    (by: Change, replace = false) => {
      change(by, !replace)
      catchUp()
      if (!replace) settle()
    },
    [change, catchUp, settle],
  )
  const step = useCallback(
    (by: Change, isFirst: boolean) => {
      change(by, isFirst)
      // From the first that is held: a pointer may move on faster than that.
      held.current ??= setTimeout(catchUp, HELD_MS)
    },
    [change, catchUp],
  )
  useEffect(() => {
    const back = () => {
      // Whatever was gone back to, it is not to be written over.
      leave()
      const read = readExplored(new URLSearchParams(window.location.search))
      if (!read.ok || window.location.pathname !== '/explore') return
      latest.current = read.explored
      catchUp()
      setRested(read.explored)
    }
    window.addEventListener('popstate', back)
    return () => {
      leave()
      clearTimeout(held.current)
      held.current = undefined
      window.removeEventListener('popstate', back)
    }
  }, [leave, catchUp])
  useEffect(() => {
    // What is pressed may lead elsewhere: an address written on the way there would call it back.
    document.addEventListener('click', settle, true)
    return () => document.removeEventListener('click', settle, true)
  }, [settle])
  const rest = useCallback(() => setRested(latest.current), [])
  const isLatest = useCallback((one: Explored) => one === latest.current, [])
  return { explored, rested, show, step, isLatest, catchUp, rest, settle }
}
