import { deriveNumbers } from './derive-numbers'
import type { CasualtyClaim, ConflictSet, Denial, Figure } from './figure'
import { cellSlot, peopleLattice, slotCell } from './people-lattice'
import { type Slot, slotOf } from './slot'
import type { SpokenClaim } from './spoken-claim'

/**
 * The figures of one incident, from its claims (docs/figures.md).
 *
 * One for each cell that a standing claim speaks of; besides, for each outcome and unit spoken of, the whole, and the
 * whole of each party. Sorted by cell. Pure, and total over its types: what the door should have refused gives no
 * number rather than an error. Nothing in the result depends on the order of what is passed in.
 */
export function deriveFigures(
  claims: readonly CasualtyClaim[],
  conflictSets: readonly ConflictSet[] = [],
  denials: readonly Denial[] = [],
): Figure[] {
  return deriveNumbers(claims.map(spokenOf), conflictSets, denials, { lattice: peopleLattice, wholesOf }).map(
    ({ slot, numbers }) => ({ cell: slotCell(slot), ...numbers }),
  )
}

function spokenOf(claim: CasualtyClaim): SpokenClaim {
  const { cell, basis, movedFrom } = claim
  const from = basis === 'moved' && movedFrom ? cellSlot({ ...cell, outcome: movedFrom }) : null
  return { claim, slot: cellSlot(cell), from }
}

function wholesOf({ group, parts }: Slot): Slot[] {
  const [party = null] = parts
  const whole = slotOf(group, [null, null, null, null])
  return party === null ? [whole] : [whole, slotOf(group, [party, null, null, null])]
}
