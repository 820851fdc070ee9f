import { formatDigits, formatMonthName, formatYear } from '@/app/_ui/format'
import type { BucketUnit } from '@/lib/analysis/summary'

/** The label of a bucket on an axis, from its first day: "3 Jul", "Jul 2017", "2017". */
export function timeTick(locale: string, unit: BucketUnit, start: string): string {
  if (unit === 'year') return formatYear(locale, start)
  const month = formatMonthName(locale, Number(start.slice(5, 7)), true)
  if (unit === 'month') return `${month} ${formatYear(locale, start)}`
  return `${formatDigits(locale, String(Number(start.slice(8, 10))))} ${month}`
}
