import { type Dimension, without } from '@/lib/analysis/facts/dimensions'
import type { Filter } from '@/lib/analysis/filter'
import { writeFilter } from '@/lib/analysis/filter-url'
import type { BucketUnit } from '@/lib/analysis/summary'
import { plainView } from '@/lib/analysis/view'
import type { Chart } from '@/lib/formats/summary-csv'

/** Which numbers a view shows. */
export interface Numbers {
  chart: Chart
  /** What the view is the picture of. */
  leavesOut: Dimension
  unit?: BucketUnit | undefined
}

/** The numbers of a view as the API gives them: of the filter without what the view is the picture of. */
export function csvHref({ chart, leavesOut, unit }: Numbers, filter: Filter): string {
  const query = writeFilter(without(filter, leavesOut), unit ? { ...plainView, unit } : plainView)
  return `/api/v1/summary?${[query, `chart=${chart}`, 'format=csv'].filter((part) => part !== '').join('&')}`
}
