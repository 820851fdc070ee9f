import type { LogDraft } from '@/lib/incident/log-draft'
import type { Problem } from '@/lib/problem'
import type { Transaction } from './transaction'

type Named = { path: (string | number)[]; id: number }

/** Ids of the draft that no record has, each by the path of who names it. */
export async function unknownIds(tx: Transaction, log: LogDraft): Promise<Problem[]> {
  const named = namedIds(log)
  const ids = (things: Named[]) => ({
    where: { id: { in: things.map(({ id }) => id) } },
    select: { id: true },
  })
  // One after another: a transaction has one connection.
  const actors = await tx.actor.findMany(ids(named.actors))
  const places = await tx.place.findMany(ids(named.places))
  const reports = await tx.report.findMany(ids(named.reports))
  const statements = await tx.statement.findMany(ids(named.statements))
  return [
    ...missing(named.actors, actors, 'actor-unknown'),
    ...missing(named.places, places, 'place-unknown'),
    ...missing(named.reports, reports, 'report-unknown'),
    ...missing(named.statements, statements, 'statement-unknown'),
  ]
}

function missing(named: Named[], there: { id: number }[], code: string): Problem[] {
  const known = new Set(there.map(({ id }) => id))
  return named.filter(({ id }) => !known.has(id)).map(({ path, id }) => ({ path, code, params: { id } }))
}

function namedIds(log: LogDraft) {
  const named = {
    actors: [] as Named[],
    places: [] as Named[],
    reports: [] as Named[],
    statements: [] as Named[],
  }
  const add = (list: Named[], id: number | null, ...path: (string | number)[]) => {
    if (id !== null) list.push({ id, path })
  }
  log.reports.forEach(({ id }, r) => {
    add(named.reports, id, 'reports', r, 'id')
  })
  log.statements.forEach(({ id, actorId }, s) => {
    add(named.statements, id, 'statements', s, 'id')
    add(named.actors, actorId, 'statements', s, 'actorId')
  })
  log.incidents.forEach(({ where, parties, claims }, i) => {
    add(named.places, where.placeId, 'incidents', i, 'where', 'placeId')
    where.sites.forEach(({ placeId }, s) => {
      add(named.places, placeId, 'incidents', i, 'where', 'sites', s, 'placeId')
    })
    parties.forEach(({ actorId }, p) => {
      add(named.actors, actorId, 'incidents', i, 'parties', p, 'actorId')
    })
    claims.forEach(({ says }, c) => {
      if (says.subject === 'where')
        add(named.places, says.placeId, 'incidents', i, 'claims', c, 'says', 'placeId')
    })
  })
  return named
}
