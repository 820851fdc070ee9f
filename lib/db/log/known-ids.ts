import type { Viewer } from '@/lib/access/viewer'
import type { LogDraft } from '@/lib/incident/log-draft'
import type { Problem } from '@/lib/problem'
import { seenActors, seenPlaces } from '../seen-registry'
import type { Transaction } from '../transaction'
import { nameableReports, nameableStatements } from '../visible-to'

type Named = { path: (string | number)[]; id: number }

/** Ids of the draft that no record has that the viewer may read, each by the path of who names it. */
export async function unknownIds(tx: Transaction, viewer: Viewer, log: LogDraft): Promise<Problem[]> {
  const named = namedIds(log)
  const there = await tx.$queryRaw<{ of: keyof typeof named; id: number }[]>`
    select 'actors' as of, id from actor a where id = any(${idsOf(named.actors)}::int[]) and ${seenActors(viewer)}
    union all select 'places', id from place p where id = any(${idsOf(named.places)}::int[]) and ${seenPlaces(viewer)}
    union all select 'reports', id from report r where id = any(${idsOf(named.reports)}::int[]) and ${nameableReports(viewer)}
    union all select 'statements', id from statement s where id = any(${idsOf(named.statements)}::int[])
      and ${nameableStatements(viewer)}`
  const missing = (of: keyof typeof named, code: string) => {
    const known = new Set(there.filter((row) => row.of === of).map(({ id }) => id))
    return named[of]
      .filter(({ id }) => !known.has(id))
      .map(({ path, id }) => ({ path, code, params: { id } }))
  }
  return [
    ...missing('actors', 'actor-unknown'),
    ...missing('places', 'place-unknown'),
    ...missing('reports', 'report-unknown'),
    ...missing('statements', 'statement-unknown'),
  ]
}

const idsOf = (things: Named[]) => [...new Set(things.map(({ id }) => id))]

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
  log.episodes.forEach(({ claims }, e) => {
    claims.forEach(({ says }, c) => {
      if (says.subject === 'where')
        add(named.places, says.placeId, 'episodes', e, 'claims', c, 'says', 'placeId')
    })
  })
  return named
}
