import type { Outcome } from '@/lib/claim/cell'
import type { Figure } from '@/lib/claim/figure'
import { fold } from '@/lib/text/fold'
import type { Transaction } from './transaction'

/** The whole of an outcome in persons: what lists and charts count. */
function wholeOf(figures: readonly Figure[], outcome: Outcome): Figure | undefined {
  return figures.find(
    ({ cell }) =>
      cell.outcome === outcome &&
      cell.unit === 'persons' &&
      cell.site === null &&
      cell.party === null &&
      cell.status === null &&
      cell.sexAge === null,
  )
}

/** Fact columns that figures give: killed and wounded, and whether anything is disputed. */
export function factColumns(figures: readonly Figure[]) {
  const killed = wholeOf(figures, 'killed')
  const wounded = wholeOf(figures, 'wounded')
  return {
    killedLow: killed?.low ?? null,
    killedBest: killed?.best ?? null,
    killedHigh: killed?.high ?? null,
    killedOpen: killed?.open ?? false,
    killedState: killed?.state ?? 'none',
    woundedLow: wounded?.low ?? null,
    woundedBest: wounded?.best ?? null,
    woundedHigh: wounded?.high ?? null,
    woundedOpen: wounded?.open ?? false,
    woundedState: wounded?.state ?? 'none',
    disputed: figures.some(({ state }) => state === 'disputed'),
  }
}

/** What text search compares: the incident's own words and every name of its place, sites and actors, folded. */
export async function searchText(tx: Transaction, incidentId: number): Promise<string> {
  const names = { select: { name: true } }
  const row = await tx.incident.findUniqueOrThrow({
    where: { id: incidentId },
    select: {
      code: true,
      titleAr: true,
      titleEn: true,
      summaryAr: true,
      summaryEn: true,
      wherePhrase: true,
      place: { select: { names } },
      sites: { select: { nameAr: true, nameEn: true } },
      parties: { select: { actor: { select: { names } } } },
    },
  })
  const texts = [
    row.code,
    row.titleAr,
    row.titleEn,
    row.summaryAr,
    row.summaryEn,
    row.wherePhrase,
    ...row.place.names.map(({ name }) => name),
    ...row.sites.flatMap(({ nameAr, nameEn }) => [nameAr, nameEn]),
    ...row.parties.flatMap(({ actor }) => actor.names.map(({ name }) => name)),
  ]
  return fold(texts.filter((text) => text !== null).join(' '))
}
