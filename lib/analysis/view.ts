import type { BucketUnit } from './summary'

export const orders = ['newest', 'oldest'] as const
export const groupings = ['day', 'month', 'year'] as const
export const bucketUnits = ['day', 'week', 'month', 'year'] as const satisfies readonly BucketUnit[]

export type Order = (typeof orders)[number]
export type Grouping = (typeof groupings)[number]

/** How the incidents of a filter are shown; changes which come first, never which are meant. */
export interface View {
  order: Order
  group: Grouping
  /** Width of the charts' buckets; `auto` follows the period. */
  unit: 'auto' | BucketUnit
}

export const plainView: View = { order: 'newest', group: 'month', unit: 'auto' }
