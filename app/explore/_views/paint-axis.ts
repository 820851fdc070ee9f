import { formatDay, formatMonth, formatYear } from '@/app/_ui/format'
import { timeTicks } from '@/lib/analysis/facts/time-ticks'
import type { TimeWindow } from '@/lib/analysis/facts/time-window'
import type { Sheet } from './use-canvas'

/** Room that the labels of a time axis take below a drawing. */
export const AXIS_HEIGHT = 20

/** Where a day stands: time runs as the page reads. */
export function scaleOf({ width, rtl }: Pick<Sheet, 'width' | 'rtl'>, { from, to }: TimeWindow) {
  const perDay = width / (to - from)
  const along = (day: number) => (day - from) * perDay
  return {
    perDay,
    x: (day: number) => (rtl ? width - along(day) : along(day)),
    dayAt: (x: number) => from + (rtl ? width - x : x) / perDay,
  }
}

const room = { day: 110, month: 110, year: 60 }
const format = { day: formatDay, month: formatMonth, year: formatYear }

/** Lines and labels of the days, months or years of a window. */
export function paintAxis(sheet: Sheet, window: TimeWindow, locale: string): void {
  const { context, height, width, colours, rtl } = sheet
  const { x } = scaleOf(sheet, window)
  const first = timeTicks(window, width, room.year)
  const { unit, ticks } = first.unit === 'year' ? first : timeTicks(window, width, room[first.unit])
  context.lineWidth = 1
  context.strokeStyle = colours.line
  context.fillStyle = colours.muted
  context.textBaseline = 'alphabetic'
  context.textAlign = 'start'
  for (const { day, date } of ticks) {
    const at = Math.round(x(day)) + 0.5
    context.beginPath()
    context.moveTo(at, 0)
    context.lineTo(at, height - AXIS_HEIGHT + 6)
    context.stroke()
    const label = format[unit](locale, date)
    const end = rtl ? at - 4 - context.measureText(label).width : at + 4 + context.measureText(label).width
    if (end < 0 || end > width) continue
    context.fillText(label, rtl ? at - 4 : at + 4, height - 5)
  }
}
