import { z } from 'zod'

const form = /^([12]\d{3})-(\d{2})-(\d{2})$/

/** Whether `text` is a day of the calendar, years 1000 to 2999. */
export function isCivilDate(text: string): boolean {
  const match = form.exec(text)
  if (!match) return false
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

export const civilDate = z.string().refine(isCivilDate, { error: 'date-form' })
