'use client'

import { createContext, type ReactNode, useContext, useEffect } from 'react'
import { ask } from '@/app/_ui/ask'
import type { ShownComment } from '@/lib/operations/review/read-review'

/** What is said of an incident and its claims, and by whom it can be answered. */
export interface Discussed {
  code: string
  comments: ShownComment[]
  /** Names that a comment can speak to. */
  names: string[]
  mayComment: boolean
}

const Context = createContext<Discussed | null>(null)

/** Null for who only reads, and on a page of the past. */
export const useDiscussion = (): Discussed | null => useContext(Context)

/** Gives the comments to what is below it, and says that those which speak to the viewer have been seen. */
export function Discussion({ children, ...discussed }: Discussed & { children: ReactNode }) {
  const waiting = discussed.comments.filter(({ waiting }) => waiting).map(({ id }) => id)
  const seen = waiting.join()
  useEffect(() => {
    if (seen !== '') void ask('/api/notices', 'POST', { comments: seen.split(',').map(Number) })
  }, [seen])
  return <Context value={discussed}>{children}</Context>
}
