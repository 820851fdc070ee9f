import type { DrawnTimeline } from '@/lib/analysis/facts/explorer'
import { NO_DAY } from '@/lib/analysis/facts/facts'
import type { Lane } from '@/lib/analysis/facts/lanes'
import type { Single, TimeWindow } from '@/lib/analysis/facts/time-window'
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
    else {
      paintDensity(sheet, timeline, k, { bottom, room: lane - NAME_HEIGHT, most })
      paintBands(sheet, timeline, k, bottom)
    }
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

/** Each incident by itself: a mark where its day is known or it went on for all of its days, a pale bar over those that it may have been on. */
function paintSingle(sheet: Sheet, timeline: DrawnTimeline, lane: number, bottom: number): void {
  const { context } = sheet
  const { perDay } = scaleOf(sheet, timeline.window)
  context.fillStyle = colourOf(timeline.of[lane], sheet)
  for (const one of timeline.single ?? []) {
    if (one.lane !== lane) continue
    const { left, right } = endsOf(one, sheet, timeline.window)
    const isKnown = one.lasting || (one.start !== NO_DAY && one.start === one.end)
    context.globalAlpha = isKnown ? 0.9 : 0.35
    context.fillRect(left, bottom - 9, Math.max(3, right - left - (perDay > 6 ? 1 : 0)), 7)
  }
  context.globalAlpha = 1
}

/** What went on for days, whatever else is only counted: a band as long as it lasted. */
function paintBands(sheet: Sheet, timeline: DrawnTimeline, lane: number, bottom: number): void {
  const { context, colours } = sheet
  context.strokeStyle = colours.ink
  context.lineWidth = 2
  for (const [k, one] of timeline.lasting.filter((band) => band.lane === lane).entries()) {
    const { left, right } = endsOf(one, sheet, timeline.window)
    const y = bottom - 3 - (k % MOST_BANDS) * 4
    context.beginPath()
    context.moveTo(left, y)
    context.lineTo(Math.max(left + 3, right), y)
    context.stroke()
  }
}

/** So many bands stand one above the other in a lane; further ones stand where the first do. */
const MOST_BANDS = 5

/** Where a span begins and ends on the screen; beyond it where an end is open. */
export function endsOf(
  { start, end }: Pick<Single, 'start' | 'end'>,
  sheet: Pick<Sheet, 'width' | 'rtl'>,
  window: TimeWindow,
): { left: number; right: number } {
  const { x } = scaleOf(sheet, window)
  const [open, shut] = sheet.rtl ? [sheet.width, 0] : [0, sheet.width]
  const [a, b] = [start === NO_DAY ? open : x(start), end === NO_DAY ? shut : x(end + 1)]
  return { left: Math.min(a, b), right: Math.max(a, b) }
}

function greatest(counts: Uint32Array): number {
  let most = 0
  for (const count of counts) if (count > most) most = count
  return most
}
