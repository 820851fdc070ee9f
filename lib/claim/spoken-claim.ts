import type { CountClaim } from './figure'
import type { Slot } from './slot'

/** A counting claim with its place among the slots: what the rules work on, be it people or equipment. */
export interface SpokenClaim {
  claim: CountClaim
  slot: Slot
  /** Where a moved claim's people were counted before; null for every other claim. */
  from: Slot | null
}
