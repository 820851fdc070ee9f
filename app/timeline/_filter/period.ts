import type { CivilDate } from '@/lib/incident/when'
import { addCivilDays } from '@/lib/text/calendar'
import { readWhen } from '@/lib/text/dates'

export interface Period {
  from: CivilDate | null
  to: CivilDate | null
}

/**
 * The period that typed words mean: "July 2017", "2016–2018", "last month", "since March 2017", in either language.
 * Words that count from a day count from `today`. Empty words mean any time; null where nothing was understood.
 */
export function readPeriod(text: string, today: CivilDate): Period | null {
  if (text.trim() === '') return { from: null, to: null }
  const since = /^(?:since|from|after|منذ|من)\s+(.+)$/iu.exec(text.trim())?.[1]
  const whole = readWhen(text, { countedFrom: today })
  if ('when' in whole) return { from: whole.when.start, to: whole.when.end }
  if (!since) return null
  const first = readWhen(since, { countedFrom: today })
  return 'when' in first ? { from: first.when.start, to: null } : null
}

export const quickPeriods = ['last-7', 'last-30', 'last-365', 'this-year', 'last-year'] as const
export type QuickPeriod = (typeof quickPeriods)[number]

/** The days of a quick choice; today is its last day. */
export function quickPeriod(choice: QuickPeriod, today: CivilDate): Period {
  const year = Number(today.slice(0, 4))
  if (choice === 'this-year') return yearPeriod(year)
  if (choice === 'last-year') return yearPeriod(year - 1)
  return { from: addCivilDays(today, 1 - Number(choice.slice(5))), to: today }
}

export const yearPeriod = (year: number): Period => ({ from: `${year}-01-01`, to: `${year}-12-31` })
