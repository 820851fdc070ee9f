import { deriveFigures } from '@/lib/claim/derive-figures'
import type { CasualtyClaim, Figure } from '@/lib/claim/figure'
import type { ImportedCount } from '@/lib/formats/imported-incident'

/** Rows with the same numbers have the same figures, and small numbers are common. */
const MOST_REMEMBERED = 20_000
const remembered = new Map<string, Figure[]>()

/** Figures of an imported incident. Keys of claims and parties are their positions in it, as text. */
export function figuresOfCounts(counts: readonly ImportedCount[]): Figure[] {
  const key = JSON.stringify(counts)
  const known = remembered.get(key)
  if (known) return known
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  const figures = deriveFigures(counts.map(claimOf))
  remembered.set(key, figures)
  return figures
}

function claimOf(count: ImportedCount, position: number): CasualtyClaim {
  return {
    key: String(position),
    cell: {
      site: null,
      party: count.party === null ? null : String(count.party),
      status: count.status,
      sexAge: null,
      outcome: 'killed',
      unit: 'persons',
    },
    count: count.count,
    basis: count.basis,
    movedFrom: null,
    statement: 'dataset',
    speaker: 'dataset',
    report: null,
    saidOn: null,
    fromDataset: true,
    rejected: false,
    supersededBy: null,
    preferred: false,
    denies: null,
    reordered: count.reordered,
  }
}
