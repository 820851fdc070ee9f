import { formatShortNumber } from '@/app/_ui/format'
import type { Answer } from '@/lib/analysis/facts/answer'
import { dayNumber } from '@/lib/analysis/facts/facts'
import type { TimeWindow } from '@/lib/analysis/facts/time-window'
import { kindTypes } from '@/lib/incident/kinds'
import { AXIS_HEIGHT, paintAxis, scaleOf } from './paint-axis'
import type { Sheet } from './use-canvas'

export type Buckets = Answer['overTime']['buckets']

interface Drawing {
  buckets: Buckets
  extent: TimeWindow
  period: TimeWindow | null
  locale: string
  /** What reaches the top, where another drawing has the same scale. */
  most?: number
}

/** The most incidents that any bucket has. */
export const mostIncidents = (buckets: Buckets): number =>
  buckets.reduce((most, { incidents }) => Math.max(most, incidents), 1)

/** Incidents of each bucket, stacked by type. */
export function paintIncidents(sheet: Sheet, drawing: Drawing): void {
  const most = drawing.most ?? mostIncidents(drawing.buckets)
  paintFrame(sheet, drawing, most)
  const { context, height, colours } = sheet
  const room = height - AXIS_HEIGHT
  eachBar(sheet, drawing, (bucket, left, width) => {
    let top = room
    for (const type of kindTypes) {
      const count = bucket.byType[type] ?? 0
      if (count === 0) continue
      const tall = (count / most) * (room - 6)
      context.fillStyle = colours.type[type]
      context.fillRect(left, top - tall, width, tall)
      top -= tall
    }
  })
  paintPeriod(sheet, drawing)
}

/** Losses of each bucket: what is held for likeliest as a bar, and from the least to the most as a band about its end. */
export function paintCasualties(sheet: Sheet, drawing: Drawing, outcome: 'killed' | 'wounded'): void {
  const of = (bucket: Buckets[number]) => bucket.casualties[outcome]
  const most = Math.max(1, ...drawing.buckets.map((bucket) => Math.max(of(bucket).high, of(bucket).best)))
  paintFrame(sheet, drawing, most)
  const { context, height, colours } = sheet
  const room = height - AXIS_HEIGHT
  const tall = (number: number) => (number / most) * (room - 6)
  context.fillStyle = colours[outcome]
  eachBar(sheet, drawing, (bucket, left, width) => {
    const { low, best, high } = of(bucket)
    context.globalAlpha = 0.55
    context.fillRect(left, room - tall(best), width, tall(best))
    if (high <= low) return
    context.globalAlpha = 0.35
    context.fillRect(left, room - tall(high), width, tall(high) - tall(low))
  })
  context.globalAlpha = 1
  paintPeriod(sheet, drawing)
}

function paintFrame(sheet: Sheet, { extent, locale }: Drawing, most: number): void {
  const { context, width, height, colours, rtl } = sheet
  context.clearRect(0, 0, width, height)
  paintAxis(sheet, extent, locale)
  context.fillStyle = colours.muted
  context.textAlign = 'start'
  context.fillText(formatShortNumber(locale, most), rtl ? width - 3 : 3, 12)
}

function eachBar(
  sheet: Sheet,
  { buckets, extent }: Drawing,
  draw: (bucket: Buckets[number], left: number, width: number) => void,
): void {
  const { x } = scaleOf(sheet, extent)
  for (const bucket of buckets) {
    const [a, b] = [x(dayNumber(bucket.start)), x(dayNumber(bucket.end) + 1)]
    const width = Math.abs(b - a)
    draw(bucket, Math.min(a, b) + (width > 4 ? 0.5 : 0), width > 4 ? width - 1 : width)
  }
}

/** What is chosen stays bright, all else is veiled. */
function paintPeriod(sheet: Sheet, { period, extent }: Drawing): void {
  if (period === null) return
  const { context, width, height, colours } = sheet
  const { x } = scaleOf(sheet, extent)
  const [a, b] = [x(period.from), x(period.to)].sort((one, other) => one - other) as [number, number]
  context.globalAlpha = 0.72
  context.fillStyle = colours.surface
  context.fillRect(0, 0, Math.max(0, a), height - AXIS_HEIGHT)
  context.fillRect(b, 0, Math.max(0, width - b), height - AXIS_HEIGHT)
  context.globalAlpha = 1
  context.strokeStyle = colours.accent
  context.lineWidth = 2
  for (const edge of [a, b]) {
    context.beginPath()
    context.moveTo(edge, 0)
    context.lineTo(edge, height - AXIS_HEIGHT)
    context.stroke()
  }
}
