import type { Cell } from './cell'
import { type Lattice, type Slot, slotOf } from './slot'

/** The dimensions of a cell in the order in which parts are summed: whose, where, what they were, sex and age. */
const peopleDimensions = ['party', 'site', 'status', 'sexAge'] as const

/** Values that hold others. A medic or a detainee may be civilian or combatant, so neither holds them. */
const includes: Record<string, readonly string[]> = {
  combatant: ['aircrew'],
  civilian: ['journalist', 'aid-worker', 'protester'],
  children: ['boys', 'girls'],
  adults: ['men', 'women', 'elderly'],
}

/** Values that share people with some others without holding them. */
const overlapping: Record<string, readonly string[]> = {
  medical: ['civilian', 'combatant', 'aid-worker', 'police', 'detainee', 'protester'],
  detainee: ['civilian', 'combatant', 'aircrew', 'police', 'journalist', 'aid-worker', 'protester'],
  elderly: ['men', 'women'],
  journalist: ['protester', 'aid-worker'],
  'aid-worker': ['protester'],
}

/** Different parties, and different sites, share nobody. */
export const peopleLattice: Lattice = {
  includes: (dimension, whole, part) => dimension >= 2 && Boolean(includes[whole]?.includes(part)),
  exclusive: (dimension, a, b) => dimension < 2 || !(related(includes, a, b) || related(overlapping, a, b)),
}

function related(table: Record<string, readonly string[]>, a: string, b: string): boolean {
  return Boolean(table[a]?.includes(b) || table[b]?.includes(a))
}

export function cellSlot(cell: Cell): Slot {
  return slotOf(
    `${cell.outcome} ${cell.unit}`,
    peopleDimensions.map((dimension) => cell[dimension]),
  )
}

/** The cell that a slot of `cellSlot` stands for. */
export function slotCell({ group, parts }: Slot): Cell {
  const [outcome, unit] = group.split(' ') as [Cell['outcome'], Cell['unit']]
  const [party, site, status, sexAge] = parts as [
    string | null,
    string | null,
    Cell['status'],
    Cell['sexAge'],
  ]
  return {
    site: site ?? null,
    party: party ?? null,
    status: status ?? null,
    sexAge: sexAge ?? null,
    outcome,
    unit,
  }
}
