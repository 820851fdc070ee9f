import { formatDay, formatMonth, formatYear } from '@/app/_ui/format'
import type { Grouping } from '@/lib/analysis/view'

/** What a heading of the list is called, from its first day. */
export function groupLabel(locale: string, grouping: Grouping, start: string): string {
  if (grouping === 'day') return formatDay(locale, start)
  return grouping === 'month' ? formatMonth(locale, start) : formatYear(locale, start)
}
