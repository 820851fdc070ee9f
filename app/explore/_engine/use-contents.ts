'use client'

import { startTransition, useEffect, useRef, useState } from 'react'
import type { LinkedIncident } from '@/lib/analysis/listed'
import { useExplorerHands } from './explorer-state'

export type Content = LinkedIncident

/** The most that one request may name. */
const MOST = 100
/** A window that is being panned or zoomed asks only where it comes to rest. */
const REST_MS = 200

/**
 * What the incidents of these ids are, as far as it has been fetched: what was once fetched is kept, and fetched again once it
 * was changed. Ids of incidents that went away meanwhile stay without. `known` are the latest ids of which that is settled,
 * null before there were any: while a gesture goes on, what was known last can go on being shown. Nothing is looked for
 * while it is not `wanted`.
 */
export function useContents(
  ids: readonly number[],
  wanted = true,
): {
  contents: ReadonlyMap<number, Content>
  known: readonly number[] | null
  failed: boolean
} {
  const [contents, setContents] = useState<ReadonlyMap<number, Content>>(new Map())
  const [known, setKnown] = useState<readonly number[] | null>(null)
  const [failed, setFailed] = useState(false)
  const asked = useRef(new Set<number>())
  const { change, isEmbedded } = useExplorerHands()
  useEffect(() => {
    if (change?.ids) for (const id of change.ids) asked.current.delete(id)
    else if (change) asked.current.clear()
  }, [change])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was changed is missing anew
  useEffect(() => {
    if (!wanted) return
    const missing = ids.filter((id) => !asked.current.has(id))
    if (missing.length === 0) return setKnown(ids)
    const rest = setTimeout(() => {
      for (const id of missing) asked.current.add(id)
      const fetched = chunks(missing).map((chunk) => fetchContents(chunk, isEmbedded))
      Promise.all(fetched)
        .then((found) => {
          // Forty incidents take longer to draw than a frame: a step that comes meanwhile goes first.
          startTransition(() => {
            setFailed(false)
            setKnown(ids)
            setContents(
              (before) => new Map([...before, ...found.flat().map((one) => [one.id, one] as const)]),
            )
          })
        })
        .catch(() => {
          for (const id of missing) asked.current.delete(id)
          setFailed(true)
          setKnown(ids)
        })
    }, REST_MS)
    return () => clearTimeout(rest)
  }, [ids, wanted, change, isEmbedded])
  return { contents, known, failed }
}

async function fetchContents(ids: readonly number[], isPublic: boolean): Promise<Content[]> {
  const credentials = isPublic ? 'omit' : 'same-origin'
  const response = await fetch(`/api/explore/incidents?ids=${ids.join(',')}`, { credentials })
  if (!response.ok) throw new Error(`answered ${response.status}`)
  return ((await response.json()) as { incidents: Content[] }).incidents
}

const chunks = (ids: readonly number[]): number[][] =>
  Array.from({ length: Math.ceil(ids.length / MOST) }, (_, k) => ids.slice(k * MOST, (k + 1) * MOST))
