import { dayNumber } from '@/lib/analysis/facts/facts'
import type { TimeWindow } from '@/lib/analysis/facts/time-window'
import type { Filter } from '@/lib/analysis/filter'

/** The filter's period in days, an open end as far as there are incidents; null where it asks for none. */
export function periodOf({ from, to }: Filter, extent: TimeWindow): TimeWindow | null {
  if (from === null && to === null) return null
  return {
    from: from === null ? extent.from : dayNumber(from),
    to: to === null ? extent.to : dayNumber(to) + 1,
  }
}
