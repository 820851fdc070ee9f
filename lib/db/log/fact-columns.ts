import type { Outcome } from '@/lib/claim/cell'
import type { Figure } from '@/lib/claim/figure'
import type { IncidentDraft } from '@/lib/incident/draft'
import { fold } from '@/lib/text/fold'
import type { Transaction } from '../transaction'

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

/**
 * Fact columns that figures give: killed and wounded, and whether anything is disputed. `collects` are the outcomes
 * that the incident's dataset collects, null for one logged here: what it does not collect is no zero.
 */
export function factColumns(figures: readonly Figure[], collects: readonly string[] | null) {
  const withoutFigure = (outcome: Outcome) =>
    collects === null || collects.includes(outcome) ? 'none' : 'not-collected'
  const killed = wholeOf(figures, 'killed')
  const wounded = wholeOf(figures, 'wounded')
  return {
    killedLow: killed?.low ?? null,
    killedBest: killed?.best ?? null,
    killedHigh: killed?.high ?? null,
    killedOpen: killed?.open ?? false,
    killedState: killed?.state ?? withoutFigure('killed'),
    woundedLow: wounded?.low ?? null,
    woundedBest: wounded?.best ?? null,
    woundedHigh: wounded?.high ?? null,
    woundedOpen: wounded?.open ?? false,
    woundedState: wounded?.state ?? withoutFigure('wounded'),
    disputed: figures.some(({ state }) => state === 'disputed'),
  }
}

/** What text search compares: the incident's own words, names of its place and all above it, sites and actors, folded. */
export async function searchText(tx: Transaction, incident: IncidentDraft): Promise<string> {
  const { code, title, summary, where, parties } = incident
  const actors = parties.map(({ actorId }) => actorId)
  const names = await tx.$queryRaw<{ name: string }[]>`
    select n.name from place p join place_name n on n.place_id = any(p.path)
    where p.id = ${where.placeId} and (n."primary" or n.place_id = p.id)
    union all select name from actor_name where actor_id = any(${actors}::int[])`
  const texts = [
    code,
    ...[title, summary, ...where.sites.map((site) => site.name)].flatMap(({ ar, en }) => [ar, en]),
    where.phrase,
    ...names.map(({ name }) => name),
  ]
  return fold(texts.filter((text) => text !== null).join(' '))
}
