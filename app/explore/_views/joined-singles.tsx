'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { IncidentTitle } from '@/app/_ui/incident-title'
import type { DrawnTimeline } from '@/lib/analysis/facts/explorer'
import type { LinkedIncident } from '@/lib/analysis/listed'
import { useContents } from '../_engine/use-contents'
import { IncidentLink } from './incident-link'
import { endsOf, laneHeight } from './paint-timeline'

interface Props {
  timeline: DrawnTimeline
  incident: LinkedIncident
  width: number
  height: number
  rtl: boolean
}

/** Lines from the chosen incident to those in view that it is linked with. What they say stands in words beside (LinksInWords). */
export function JoinedSingles({ timeline, incident, width, height, rtl }: Props) {
  const { single, lanes, window } = timeline
  const lane = laneHeight(height, lanes)
  const places = (id: number) =>
    (single ?? [])
      .filter((one) => one.id === id)
      .map((one) => {
        const { left, right } = endsOf(one, { width, rtl }, window)
        return { x: (Math.max(0, left) + Math.min(width, right)) / 2, y: (one.lane + 1) * lane - 6 }
      })
  const [from] = places(incident.id)
  if (!from) return null
  const others = [...new Set(incident.links.map(({ other }) => other))]
  const ends = others.flatMap((id) => places(id).map((end) => ({ id, ...end })))
  return (
    <svg aria-hidden="true" className="pointer-events-none absolute inset-0 h-full w-full">
      <circle cx={from.x} cy={from.y} r="6" fill="none" stroke="var(--ink)" strokeWidth="2" />
      {ends.map(({ id, x, y }) => (
        <g key={`${id} ${x} ${y}`} fill="none" stroke="var(--ink)" strokeWidth="1.5">
          <path d={`M${from.x} ${from.y} Q${(from.x + x) / 2} ${Math.min(from.y, y) - 40} ${x} ${y}`} />
          <circle cx={x} cy={y} r="4" fill="var(--ink)" />
        </g>
      ))}
    </svg>
  )
}

/** What the chosen incident is linked with, in view or not. */
export function LinksInWords({ incident }: { incident: LinkedIncident }) {
  const t = useTranslations('incident')
  const ids = useMemo(() => [...new Set(incident.links.map(({ other }) => other))], [incident])
  const { contents } = useContents(ids)
  return (
    <>
      <span className="font-medium">
        <IncidentTitle incident={incident} />
      </span>
      {incident.links.map(({ kind, way, other }) => {
        const linked = contents.get(other)
        return (
          linked && (
            <span key={`${kind} ${way} ${other}`}>
              {t(`link-${way}.${kind}`)}:{' '}
              <IncidentLink code={linked.code} className="underline">
                <IncidentTitle incident={linked} />
              </IncidentLink>
            </span>
          )
        )
      })}
    </>
  )
}
