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

interface ExploredState {
  explored: Explored
  /** The same where a gesture rests: what the address says, and the fields of the filter, which cost more than a frame. */
  rested: Explored
  show(change: Change, replace?: boolean): void
  /** What is explored now is no gesture that goes on. */
  rest(): void
  /** A gesture that went on is over: its last step is written. */
  settle(): void
}

/**
 * What is explored: at first what the page was asked for; then what is chosen here, or gone back to. In a frame no address is
 * written: each would be a step back in the history of the page around it.
 */
export function useExplored(first: Explored, isEmbedded: boolean): ExploredState {
  const [explored, setExplored] = useState(first)
  const [rested, setRested] = useState(first)
  const latest = useRef(first)
  const waiting = useRef<{ write(): void; timer: ReturnType<typeof setTimeout> } | null>(null)
  const leave = useCallback(() => {
    clearTimeout(waiting.current?.timer)
    waiting.current = null
  }, [])
  const settle = useCallback(() => {
    const write = waiting.current?.write
    leave()
    write?.()
  }, [leave])
  const show = useCallback(
    (change: Change, replace = false) => {
      const next = { ...latest.current, ...(typeof change === 'function' ? change(latest.current) : change) }
      latest.current = next
      setExplored(next)
      leave()
      const write = () => {
        setRested(next)
        if (isEmbedded) return
        const query = writeExplored(next)
        const href = query ? `/explore?${query}` : '/explore'
        if (replace) window.history.replaceState(null, '', href)
        else window.history.pushState(null, '', href)
      }
      if (replace) waiting.current = { write, timer: setTimeout(settle, REST_MS) }
      else write()
    },
    [isEmbedded, leave, settle],
  )
  useEffect(() => {
    const back = () => {
      // Whatever was gone back to, it is not to be written over.
      leave()
      const read = readExplored(new URLSearchParams(window.location.search))
      if (!read.ok || window.location.pathname !== '/explore') return
      latest.current = read.explored
      setExplored(read.explored)
      setRested(read.explored)
    }
    window.addEventListener('popstate', back)
    return () => {
      leave()
      window.removeEventListener('popstate', back)
    }
  }, [leave])
  useEffect(() => {
    // What is pressed may lead elsewhere: an address written on the way there would call it back.
    document.addEventListener('click', settle, true)
    return () => document.removeEventListener('click', settle, true)
  }, [settle])
  const rest = useCallback(() => setRested(latest.current), [])
  return { explored, rested, show, rest, settle }
}
