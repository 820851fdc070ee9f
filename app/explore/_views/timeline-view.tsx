'use client'

import { useLocale, useTranslations } from 'next-intl'
import { memo, useCallback, useEffect, useMemo, useState } from 'react'
import { chooseText } from '@/app/_ui/name-text'
import type { DrawnTimeline } from '@/lib/analysis/facts/explorer'
import { dateOfDay } from '@/lib/analysis/facts/facts'
import { type Lane, laneKinds } from '@/lib/analysis/facts/lanes'
import type { TimeWindow } from '@/lib/analysis/facts/time-window'
import type { LinkedIncident } from '@/lib/analysis/listed'
import { useExplorer, useExplorerHands } from '../_engine/explorer-state'
import { periodOf } from '../_engine/period'
import { TakeMenu } from '../_take/take-menu'
import { JoinedSingles, LinksInWords } from './joined-singles'
import { laneHeight, paintTimeline } from './paint-timeline'
import { PeriodWords } from './period-words'
import { SingleLinks } from './single-links'
import { ToolButton } from './tool-button'
import { type Sheet, useCanvas } from './use-canvas'
import { usePanZoom } from './use-pan-zoom'
import { panned, zoomed } from './window-steps'

/** Pixels of a column: narrower ones are not told apart. */
const COLUMN_PX = 2
const LANE_PX = 46
/** A lane in which incidents stand by their titles. */
const TITLED_LANE_PX = 130

interface Props {
  timeline: DrawnTimeline
  extent: TimeWindow
}

/** The timeline proper: from decades to a day in one zoom, in lanes. */
export const TimelineView = memo(function TimelineView({ timeline, extent }: Props) {
  const t = useTranslations('explore.timeline')
  const embed = useTranslations('embed')
  const locale = useLocale()
  const { explored } = useExplorer()
  const { show, setColumns, isEmbedded } = useExplorerHands()
  const { filter } = explored
  const period = useMemo(() => periodOf(filter, extent), [filter, extent])
  const titled = isTitled(timeline)
  const [touched, setChosen] = useState<LinkedIncident | null>(null)
  // Gone from view, it is no longer what is looked at.
  const chosen = titled && timeline.single?.some(({ id }) => id === touched?.id) ? touched : null
  const height = timeline.lanes * (titled ? TITLED_LANE_PX : LANE_PX) + 24
  const paint = useCallback(
    (sheet: Sheet) => paintTimeline(sheet, timeline, { period, locale }),
    [timeline, period, locale],
  )
  const canvas = useCanvas(height, paint)
  const { ref, width } = canvas
  useEffect(() => {
    if (width > 0) setColumns(Math.floor(width / COLUMN_PX))
  }, [width, setColumns])
  const window = explored.window ?? extent
  const move = useCallback((next: TimeWindow) => show({ window: next }, true), [show])
  const rtl = locale.startsWith('ar')
  const box = ref as React.RefObject<HTMLElement | null>
  const hands = usePanZoom({ box, window, extent, rtl, width, leavesWheel: isEmbedded, move })
  const spoken = t('spoken', {
    from: dateOfDay(Math.floor(window.from)),
    to: dateOfDay(Math.ceil(window.to) - 1),
    count: timeline.rows,
  })
  return (
    <section aria-labelledby="timeline-title" className="rounded-lg border border-line bg-surface p-3">
      <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id="timeline-title" className="font-semibold">
          {t('title')}
        </h2>
        <p className="text-muted text-sm" aria-live="polite">
          <PeriodWords window={window} /> · {t('count', { count: timeline.rows })}
        </p>
        <div className="ms-auto flex flex-wrap items-center gap-1">
          <LaneChoice />
          <ToolButton label={t('zoom-in')} sign="+" onPress={() => move(zoomed(window, 0.5, 0.5, extent))} />
          <ToolButton label={t('zoom-out')} sign="−" onPress={() => move(zoomed(window, 2, 0.5, extent))} />
          <ToolButton
            label={t('earlier')}
            sign={rtl ? '›' : '‹'}
            onPress={() => move(panned(window, -0.5, extent))}
          />
          <ToolButton
            label={t('later')}
            sign={rtl ? '‹' : '›'}
            onPress={() => move(panned(window, 0.5, extent))}
          />
          <ToolButton label={t('whole')} sign="⤢" onPress={() => show({ window: null })} />
          <ToolButton
            label={t('choose')}
            onPress={() =>
              show({
                filter: {
                  ...filter,
                  from: dateOfDay(Math.floor(window.from)),
                  to: dateOfDay(Math.ceil(window.to) - 1),
                },
              })
            }
          />
          <TakeMenu title={t('title')} name="waqai-timeline" picture={canvas} embed="timeline" />
        </div>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing that is moved by keys has no element of its own */}
      <div
        role="group"
        aria-label={t('title')}
        aria-describedby="timeline-keys"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved by keys
        tabIndex={0}
        {...hands}
        className="relative cursor-grab touch-pan-y select-none overflow-hidden active:cursor-grabbing"
      >
        <canvas ref={ref} role="img" aria-label={spoken} className="block w-full" style={{ height }} />
        {timeline.of.map((lane, at) => (
          <span
            key={laneKey(lane)}
            aria-hidden="true"
            className="pointer-events-none absolute start-1 max-w-[60%] truncate rounded bg-surface/80 px-1 text-xs"
            style={{ insetBlockStart: at * laneHeight(height, timeline.lanes) + 1 }}
          >
            <LaneName lane={lane} />
          </span>
        ))}
        {chosen && (
          <JoinedSingles timeline={timeline} incident={chosen} width={width} height={height} rtl={rtl} />
        )}
        {titled && <SingleLinks timeline={timeline} width={width} height={height} choose={setChosen} />}
      </div>
      <p aria-live="polite" className="flex flex-wrap gap-x-4 text-sm empty:hidden">
        {chosen && chosen.links.length > 0 && <LinksInWords incident={chosen} />}
      </p>
      <p id="timeline-keys" className="mt-1 text-muted text-xs">
        {isEmbedded ? embed('keys') : t('keys')}
      </p>
    </section>
  )
})

/** So few that each has room for its title. */
const MOST_TITLED = 60

const isTitled = ({ single }: DrawnTimeline): boolean => single !== null && single.length <= MOST_TITLED

const laneKey = (lane: Lane): string =>
  lane.of === 'type' ? lane.type : lane.of === 'others' ? 'others' : String(lane.id)

function LaneName({ lane }: { lane: Lane }) {
  const t = useTranslations()
  const locale = useLocale()
  if (lane.of === 'type') return t(`kind.types.${lane.type}`)
  if (lane.of === 'others') return t('explore.timeline.others')
  return <bdi>{chooseText(locale, lane.names)?.text ?? `#${lane.id}`}</bdi>
}

function LaneChoice() {
  const t = useTranslations('explore.lanes')
  const { explored } = useExplorer()
  const { show } = useExplorerHands()
  return (
    <label className="flex items-center gap-1.5 text-sm">
      {t('label')}
      <select
        value={explored.lanes}
        onChange={(event) => show({ lanes: laneKinds.find((one) => one === event.target.value) ?? 'type' })}
        className="rounded border border-line-strong bg-surface px-2 py-1"
      >
        {laneKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(kind)}
          </option>
        ))}
      </select>
    </label>
  )
}
