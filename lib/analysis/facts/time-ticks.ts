import type { CivilDate } from '@/lib/incident/when'
import { dateOfDay, dayNumber } from './facts'
import type { TimeWindow } from './time-window'

export interface Ticks {
  /** What a tick begins, and is labelled by. */
  unit: 'day' | 'month' | 'year'
  ticks: { day: number; date: CivilDate }[]
}

interface Step {
  unit: Ticks['unit']
  count: number
  /** About how many days it is. */
  days: number
}

const steps: readonly Step[] = [
  ...[1, 2, 5, 10].map((count): Step => ({ unit: 'day', count, days: count })),
  ...[1, 3, 6].map((count): Step => ({ unit: 'month', count, days: 30.4 * count })),
  ...[1, 2, 5, 10, 20, 50].map((count): Step => ({ unit: 'year', count, days: 365.2 * count })),
]

/** The ticks of a time axis, as many as fit with about `room` pixels for each. */
export function timeTicks(window: TimeWindow, width: number, room: number): Ticks {
  const least = ((window.to - window.from) * room) / Math.max(1, width)
  const step = steps.find(({ days }) => days >= least) ?? (steps.at(-1) as Step)
  const ticks: Ticks['ticks'] = []
  for (let date = firstTick(dateOfDay(Math.floor(window.from)), step); dayNumber(date) < window.to; ) {
    const day = dayNumber(date)
    if (day >= window.from) ticks.push({ day, date })
    date = next(date, step)
  }
  return { unit: step.unit, ticks }
}

const written = (year: number, month: number, day = 1): CivilDate =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)

/** The last tick that is not after a date. Days are counted from the first of their month. */
function firstTick(date: CivilDate, { unit, count }: Step): CivilDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  if (unit === 'year') return written(Math.floor(year / count) * count, 0)
  if (unit === 'month') return written(year, Math.floor((month - 1) / count) * count)
  return written(year, month - 1, Math.floor((day - 1) / count) * count + 1)
}

/** A tick that would leave less than half a step to the end of its month is left out. */
function next(date: CivilDate, { unit, count }: Step): CivilDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  if (unit === 'year') return written(year + count, 0)
  if (unit === 'month') return written(year, month - 1 + count)
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const last = daysInMonth + 1 - count / 2
  return day + count > last ? written(year, month) : written(year, month - 1, day + count)
}
