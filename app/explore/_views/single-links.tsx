'use client'

import { useLocale } from 'next-intl'
import { useMemo } from 'react'
import { IncidentTitle } from '@/app/_ui/incident-title'
import type { DrawnTimeline } from '@/lib/analysis/facts/explorer'
import { NO_DAY } from '@/lib/analysis/facts/facts'
import type { LinkedIncident } from '@/lib/analysis/listed'
import { useContents } from '../_engine/use-contents'
import { IncidentLink } from './incident-link'
import { laneHeight } from './paint-timeline'
import { stackLabels } from './stack-labels'

const LABEL_PX = 190
const LINE_PX = 22
/** Below a lane's titles stand its marks, above them its name. */
const BELOW_PX = 11
const LINES = 4

interface Props {
  timeline: DrawnTimeline
  width: number
  height: number
  /** What is looked at: under the pointer or with the focus. */
  choose(incident: LinkedIncident): void
}

/** The titles of the incidents that a timeline is near to, each a link that begins where its incident does. */
export function SingleLinks({ timeline, width, height, choose }: Props) {
  const rtl = useLocale().startsWith('ar')
  const { window, single, lanes } = timeline
  const ids = useMemo(() => [...new Set((single ?? []).map(({ id }) => id))], [single])
  const { contents } = useContents(ids)
  const perDay = width / (window.to - window.from)
  const lane = laneHeight(height, lanes)
  return Array.from({ length: lanes }, (_, at) => {
    const labels = (single ?? [])
      .filter((one) => one.lane === at)
      .map(({ id, start }) => ({ id, along: start === NO_DAY ? 0 : (start - window.from) * perDay }))
    const placed = stackLabels(labels, { width, label: LABEL_PX, lines: LINES })
    return placed.map(({ id, along, line }) => {
      const incident = contents.get(id)
      return (
        incident && (
          <IncidentLink
            // biome-ignore lint/suspicious/noArrayIndexKey: an incident may be in several lanes, and a lane is its place
            key={`${at}-${id}`}
            code={incident.code}
            onFocus={() => choose(incident)}
            onPointerEnter={() => choose(incident)}
            style={{
              [rtl ? 'right' : 'left']: along,
              top: (at + 1) * lane - BELOW_PX - (line + 1) * LINE_PX,
              width: LABEL_PX - 6,
            }}
            className="absolute truncate border-accent border-s-2 bg-surface/85 px-1 text-sm leading-snug hover:underline"
          >
            <IncidentTitle incident={incident} />
          </IncidentLink>
        )
      )
    })
  })
}
