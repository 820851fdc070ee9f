import type { Outcome } from '@/lib/claim/cell'
import type { Figure, FigureState } from '@/lib/claim/figure'
import type { IncidentDraft } from '@/lib/incident/draft'
import { fold } from '@/lib/text/fold'
import type { Prisma } from '@/prisma/generated/client'
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
  const withoutFigure = (outcome: Outcome): FigureState | 'not-collected' =>
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

type FactColumns = ReturnType<typeof factColumns>

/** Writes the facts of an incident: those of readers on its own row, those of the team beside it where they differ. */
export async function writeFacts(
  tx: Transaction,
  incidentId: number,
  {
    readers,
    team,
    rest,
  }: { readers: FactColumns; team: FactColumns | null; rest: Prisma.IncidentUpdateInput },
): Promise<void> {
  await tx.incident.update({
    where: { id: incidentId },
    data: { ...readers, ...rest },
    select: { id: true },
  })
  if (team === null) {
    await tx.$executeRaw`delete from incident_team_facts where incident_id = ${incidentId}`
    return
  }
  await tx.incidentTeamFacts.upsert({
    where: { incidentId },
    create: { incidentId, ...team },
    update: team,
    select: { incidentId: true },
  })
}

/** The same as a page tells them. */
export function factsOf(figures: readonly Figure[], collects: readonly string[] | null) {
  const facts = factColumns(figures, collects)
  return {
    disputed: facts.disputed,
    killed: {
      ...{ low: facts.killedLow, best: facts.killedBest, high: facts.killedHigh },
      ...{ open: facts.killedOpen, state: facts.killedState },
    },
    wounded: {
      ...{ low: facts.woundedLow, best: facts.woundedBest, high: facts.woundedHigh },
      ...{ open: facts.woundedOpen, state: facts.woundedState },
    },
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
