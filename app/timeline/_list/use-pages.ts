'use client'

import { useCallback, useState } from 'react'
import type { IncidentPage, ListedIncident } from '@/lib/analysis/listed'
import { type Anchor, anchorFor } from './layout'

const LEAST = 60
const MOST = 500

interface Options {
  /** The first incidents, which came with the page. */
  first: IncidentPage
  /** The URL's filter and order, without "?". */
  query: string
  anchors: Map<number, Anchor>
  /** How many incidents the counts promise. */
  total: number
  /** Called when the contents no longer fit the counts: somebody has changed the record meanwhile. */
  onStale(): void
}

/** The contents of the list as far as they have come, and `want`, which asks for those that are being looked at. */
export function usePages({ first, query, anchors, total, onStale }: Options) {
  const [incidents, setIncidents] = useState(() => new Map<number, ListedIncident>(first.incidents.entries()))
  const [failed, setFailed] = useState(false)
  const [known] = useState(() => knownAnchors(anchors, first))
  const [underway] = useState(() => new Set<number>())
  const want = useCallback(
    (from: number, to: number) => {
      let missing = from
      while (missing <= to && incidents.has(missing)) missing++
      const found = missing <= to ? anchorFor(known, missing) : null
      if (!found || underway.has(found[0])) return
      const [at, anchor] = found
      const take = (page: IncidentPage) => {
        const end = at + page.incidents.length
        if (page.next) known.set(end, { ...anchor, cursor: page.next })
        if (end > total || (!page.next && end < total)) return onStale()
        setFailed(false)
        setIncidents(
          (before) => new Map([...before, ...page.incidents.map((one, k) => [at + k, one] as const)]),
        )
      }
      underway.add(at)
      fetchPage(query, anchor, Math.min(MOST, Math.max(LEAST, to - at + 20)))
        .then(take)
        .catch(() => setFailed(true))
        .finally(() => underway.delete(at))
    },
    [incidents, known, underway, query, total, onStale],
  )
  return { incidents, failed, want }
}

function knownAnchors(anchors: Map<number, Anchor>, first: IncidentPage): Map<number, Anchor> {
  const known = new Map(anchors)
  if (first.next) known.set(first.incidents.length, { within: null, cursor: first.next })
  return known
}

async function fetchPage(query: string, { within, cursor }: Anchor, limit: number): Promise<IncidentPage> {
  const parameters = new URLSearchParams(query)
  parameters.set('limit', String(limit))
  if (within) parameters.set('within', `${within.start}..${within.end}`)
  if (cursor) parameters.set('cursor', cursor)
  const answer = await fetch(`/api/v1/incidents?${parameters}`)
  if (!answer.ok) throw new Error(`the page of incidents answered ${answer.status}`)
  return (await answer.json()) as IncidentPage
}
