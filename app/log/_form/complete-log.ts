import type { FormClaim, FormEpisode, FormIncident, FormLog } from './form-types'

/**
 * A mixture of two states of a log, so that nothing in it names what was left out: statements, reports, parties and
 * sites that a claim names come along from whichever state has them, and references to claims left out are dropped.
 */
export function completeLog(log: FormLog, sources: readonly FormLog[]): FormLog {
  const incidents = log.incidents.map((incident) =>
    completeIncident(
      incident,
      sources.flatMap((source) => source.incidents.filter(({ key }) => key === incident.key)),
    ),
  )
  const episodes = log.episodes.map((episode): FormEpisode => ({ ...episode, claims: freed(episode.claims) }))
  const said = [...incidents, ...episodes].flatMap(({ claims }) => claims.map(({ statement }) => statement))
  const statements = joined(
    log.statements,
    sources.flatMap((source) => source.statements),
    said,
  )
  const cited = [
    ...statements.flatMap(({ citedBy }) => citedBy),
    ...[...incidents, ...episodes].flatMap(({ claims }) => claims.flatMap(({ report }) => report ?? [])),
  ]
  const reports = joined(
    log.reports,
    sources.flatMap((source) => source.reports),
    cited,
  )
  return { ...log, incidents, episodes, statements, reports }
}

function completeIncident(incident: FormIncident, sources: readonly FormIncident[]): FormIncident {
  const claims = freed(incident.claims)
  const named = claims.flatMap(({ says }) => [
    'party' in says ? says.party : null,
    'owner' in says ? says.owner : null,
    'site' in says ? says.site : null,
  ])
  const keys = named.flatMap((key) => key ?? [])
  const there = new Set(claims.map(({ key }) => key))
  const sites = joined(
    incident.where.sites,
    sources.flatMap(({ where }) => where.sites),
    keys,
  )
  return {
    ...incident,
    claims,
    parties: joined(
      incident.parties,
      sources.flatMap(({ parties }) => parties),
      keys,
    ),
    where: { ...incident.where, sites },
    conflictSets: incident.conflictSets.map((set) => ({
      ...set,
      alternatives: set.alternatives.map((alternative) => ({
        ...alternative,
        claims: alternative.claims.filter((key) => there.has(key)),
      })),
    })),
  }
}

/** The claims without references to claims that are not among them. */
function freed(claims: readonly FormClaim[]): FormClaim[] {
  const there = new Set(claims.map(({ key }) => key))
  const kept = (key: string | null) => (key !== null && there.has(key) ? key : null)
  return claims.map((claim) => ({
    ...claim,
    supersededBy: kept(claim.supersededBy),
    denies: kept(claim.denies),
  }))
}

/** The things, and of the `others` those that are wanted and not among them. */
function joined<T extends { key: string }>(
  things: readonly T[],
  others: readonly T[],
  wanted: readonly string[],
): T[] {
  const known = new Map(things.map((thing) => [thing.key, thing]))
  for (const other of others)
    if (wanted.includes(other.key) && !known.has(other.key)) known.set(other.key, other)
  return [...known.values()]
}
