import type { DrawnTimeline } from '@/lib/analysis/facts/explorer'
import { NO_DAY } from '@/lib/analysis/facts/facts'
import type { Lane } from '@/lib/analysis/facts/lanes'
import type { TimeWindow } from '@/lib/analysis/facts/time-window'
import { AXIS_HEIGHT, paintAxis, scaleOf } from './paint-axis'
import type { Sheet } from './use-canvas'

/** Room for a lane's name above what is drawn in it. */
const NAME_HEIGHT = 18

/** A timeline: lanes one below the other, in each how much was when; imprecise dates as what they reach over. */
export function paintTimeline(
  sheet: Sheet,
  timeline: DrawnTimeline,
  { period, locale }: { period: TimeWindow | null; locale: string },
): void {
  const { context, width, height } = sheet
  context.clearRect(0, 0, width, height)
  if (period) paintPeriod(sheet, timeline.window, period)
  paintAxis(sheet, timeline.window, locale)
  const lane = laneHeight(height, timeline.lanes)
  // One scale for all lanes: what is drawn higher is more.
  const most = Math.max(1, greatest(timeline.at), greatest(timeline.across))
  for (let k = 0; k < timeline.lanes; k++) {
    const bottom = (k + 1) * lane
    paintBase(sheet, bottom)
    if (timeline.single) paintSingle(sheet, timeline, k, bottom)
    else paintDensity(sheet, timeline, k, { bottom, room: lane - NAME_HEIGHT, most })
  }
}

export const laneHeight = (height: number, lanes: number): number =>
  (height - AXIS_HEIGHT) / Math.max(1, lanes)

function paintPeriod(sheet: Sheet, window: TimeWindow, period: TimeWindow): void {
  const { context, height, colours } = sheet
  const { x } = scaleOf(sheet, window)
  const [a, b] = [x(period.from), x(period.to)]
  context.fillStyle = colours.accentSoft
  context.fillRect(Math.min(a, b), 0, Math.abs(b - a), height - AXIS_HEIGHT)
}

function paintBase({ context, width, colours }: Sheet, bottom: number): void {
  context.strokeStyle = colours.line
  context.beginPath()
  context.moveTo(0, Math.round(bottom) - 0.5)
  context.lineTo(width, Math.round(bottom) - 0.5)
  context.stroke()
}

const colourOf = (lane: Lane | undefined, { colours }: Pick<Sheet, 'colours'>): string =>
  lane?.of === 'type' ? colours.type[lane.type] : lane?.of === 'others' ? colours.muted : colours.accent

interface Room {
  bottom: number
  room: number
  most: number
}

/** Bars by the root of how many, so that single incidents are seen beside thousands; above them, pale, what may have been then. */
function paintDensity(
  sheet: Sheet,
  timeline: DrawnTimeline,
  lane: number,
  { bottom, room, most }: Room,
): void {
  const { context, width, rtl } = sheet
  const { columns, at, across, of } = timeline
  const step = width / columns
  const heightOf = (count: number) => (count === 0 ? 0 : Math.max(1, room * Math.sqrt(count / most)))
  context.fillStyle = colourOf(of[lane], sheet)
  for (const [counts, alpha] of [
    [across, 0.28],
    [at, 1],
  ] as const) {
    context.globalAlpha = alpha
    for (let c = 0; c < columns; c++) {
      const tall = heightOf(counts[lane * columns + c] as number)
      if (tall > 0) context.fillRect(rtl ? width - (c + 1) * step : c * step, bottom - tall, step, tall)
    }
  }
  context.globalAlpha = 1
}

/** Each incident by itself: a mark where its day is known, a pale bar over the days that it may have been on. */
function paintSingle(sheet: Sheet, timeline: DrawnTimeline, lane: number, bottom: number): void {
  const { context, width, rtl } = sheet
  const { x, perDay } = scaleOf(sheet, timeline.window)
  context.fillStyle = colourOf(timeline.of[lane], sheet)
  for (const one of timeline.single ?? []) {
    if (one.lane !== lane) continue
    const [open, shut] = rtl ? [width, 0] : [0, width]
    const a = one.start === NO_DAY ? open : x(one.start)
    const b = one.end === NO_DAY ? shut : x(one.end + 1)
    const isDay = one.start !== NO_DAY && one.start === one.end
    context.globalAlpha = isDay ? 0.9 : 0.35
    context.fillRect(Math.min(a, b), bottom - 9, Math.max(3, Math.abs(b - a) - (perDay > 6 ? 1 : 0)), 7)
  }
  context.globalAlpha = 1
}

function greatest(counts: Uint32Array): number {
  let most = 0
  for (const count of counts) if (count > most) most = count
  return most
}
