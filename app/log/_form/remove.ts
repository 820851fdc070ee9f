import type { FormClaim, FormIncident, LogDocument, Substance } from './form-types'

/*
 * Taking something out takes out what points to it, so that a draft never names what it lost.
 */

/** The statement and its claims; the last one stays. */
export function withoutStatement(document: LogDocument, key: string): LogDocument {
  const statements = document.log.statements.filter((statement) => statement.key !== key)
  const first = statements[0]
  if (!first) return document
  const incidents = document.log.incidents.map((incident) =>
    incident.claims
      .filter((claim) => claim.statement === key)
      .reduce((rest, claim) => withoutClaim(rest, claim.key), incident),
  )
  const episodes = document.log.episodes
    .map((episode) => ({
      ...episode,
      claims: episode.claims
        .filter((claim) => claim.statement === key)
        .reduce((rest, claim) => withoutClaimOf(rest, claim.key), episode.claims),
    }))
    .filter(({ claims }) => claims.length > 0)
  const statement = document.statement === key ? first.key : document.statement
  return { ...document, statement, log: { ...document.log, statements, incidents, episodes } }
}

/** The incident, the links to it and its place in episodes; the last one stays. */
export function withoutIncident(document: LogDocument, key: string): LogDocument {
  const incidents = document.log.incidents
    .filter((incident) => incident.key !== key)
    .map((incident) => ({ ...incident, links: incident.links.filter((link) => link.key !== key) }))
  const first = incidents[0]
  if (!first) return document
  const episodes = document.log.episodes
    .map((episode) => ({ ...episode, incidents: episode.incidents.filter((member) => member !== key) }))
    .filter((episode) => episode.incidents.length > 0)
  const current = document.current === key ? first.key : document.current
  return { ...document, current, log: { ...document.log, incidents, episodes } }
}

/** The claims without one of them and without what names it. */
export function withoutClaimOf(claims: readonly FormClaim[], key: string): FormClaim[] {
  return claims
    .filter((claim) => claim.key !== key)
    .map((claim) => ({
      ...claim,
      supersededBy: claim.supersededBy === key ? null : claim.supersededBy,
      denies: claim.denies === key ? null : claim.denies,
    }))
}

/** The claim, its place in conflict sets (a set of fewer than two alternatives goes), and what names it. */
export function withoutClaim(incident: FormIncident, key: string): FormIncident {
  const claims = withoutClaimOf(incident.claims, key)
  const conflictSets = incident.conflictSets.flatMap((set) => {
    const alternatives = set.alternatives
      .map((alternative) => ({ ...alternative, claims: alternative.claims.filter((claim) => claim !== key) }))
      .filter((alternative) => alternative.claims.length > 0 || alternative.name)
    if (alternatives.length < 2) return []
    const decided = alternatives.some((alternative) => alternative.key === set.decided) ? set.decided : null
    return [{ ...set, alternatives, decided }]
  })
  return { ...incident, claims, conflictSets }
}

/** The party; claims about its part or responsibility go with it, counts lose only whose people they were. */
export function withoutParty(incident: FormIncident, key: string): FormIncident {
  const about = ({ says }: FormClaim) =>
    (says.subject === 'part' || says.subject === 'responsibility') && says.party === key
  const rest = incident.claims.filter(about).reduce((left, claim) => withoutClaim(left, claim.key), incident)
  return {
    ...rest,
    parties: rest.parties.filter((party) => party.key !== key),
    claims: rest.claims.map((claim) => ({ ...claim, says: withoutKey(claim.says, ['party', 'owner'], key) })),
  }
}

export function withoutSite(incident: FormIncident, key: string): FormIncident {
  return {
    ...incident,
    where: { ...incident.where, sites: incident.where.sites.filter((site) => site.key !== key) },
    claims: incident.claims.map((claim) => ({ ...claim, says: withoutKey(claim.says, ['site'], key) })),
  }
}

function withoutKey(says: Substance, fields: string[], key: string): Substance {
  const cleared = Object.entries(says).map(([field, value]) =>
    fields.includes(field) && value === key ? [field, null] : [field, value],
  )
  return Object.fromEntries(cleared) as Substance
}
