import { deriveNumbers } from './derive-numbers'
import type { ConflictSet, CountClaim, Denial, Numbers } from './figure'
import { compareKeys } from './key-order'
import type { EquipmentCategory, EquipmentOutcome } from './lists'
import { type Lattice, type Slot, slotOf } from './slot'

/** What an equipment claim counts; an empty part means "not said". */
export interface EquipmentCell {
  category: EquipmentCategory
  outcome: EquipmentOutcome
  /** Key of the party that lost it. */
  owner: string | null
  site: string | null
}

/** A claim of equipment lost. The model is a detail: a warplane and a MiG-21 may be one aircraft. */
export interface EquipmentClaim extends CountClaim {
  cell: EquipmentCell
  model: string | null
}

/** low – best – high of one kind of loss, with the models that its claims name. */
export interface EquipmentFigure extends Numbers {
  cell: EquipmentCell
  models: string[]
}

/** Different owners, and different sites, share no piece; categories are never added to one another. */
const lattice: Lattice = { includes: () => false, exclusive: () => true }

/**
 * The equipment figures of one incident, by the rules of people's figures. One for each cell that a standing claim
 * speaks of, and for each category and outcome the whole, and each owner's whole.
 */
export function deriveEquipment(
  claims: readonly EquipmentClaim[],
  conflictSets: readonly ConflictSet[] = [],
  denials: readonly Denial[] = [],
): EquipmentFigure[] {
  const spoken = claims.map((claim) => ({ claim, slot: equipmentSlot(claim.cell), from: null }))
  return deriveNumbers(spoken, conflictSets, denials, { lattice, wholesOf }).map(({ slot, numbers }) => {
    const cell = equipmentCell(slot)
    return { cell, ...numbers, models: modelsOf(claims, cell) }
  })
}

function equipmentSlot({ category, outcome, owner, site }: EquipmentCell): Slot {
  return slotOf(`${outcome} ${category}`, [owner, site])
}

function equipmentCell({ group, parts }: Slot): EquipmentCell {
  const [outcome, category] = group.split(' ') as [EquipmentOutcome, EquipmentCategory]
  return { category, outcome, owner: parts[0] ?? null, site: parts[1] ?? null }
}

function wholesOf({ group, parts }: Slot): Slot[] {
  const [owner = null] = parts
  const whole = slotOf(group, [null, null])
  return owner === null ? [whole] : [whole, slotOf(group, [owner, null])]
}

/** Models named by claims of this cell or of its parts that were not rejected. */
function modelsOf(claims: readonly EquipmentClaim[], cell: EquipmentCell): string[] {
  const within = claims.filter(
    ({ rejected, cell: { category, outcome, owner, site } }) =>
      !rejected &&
      category === cell.category &&
      outcome === cell.outcome &&
      (cell.owner === null || owner === cell.owner) &&
      (cell.site === null || site === cell.site),
  )
  return [...new Set(within.flatMap(({ model }) => model ?? []))].sort(compareKeys)
}
