import type { ClaimOwner, FormClaim, FormEpisode, FormIncident, LogDocument } from './form-types'
import { withoutClaim, withoutClaimOf } from './remove'

/*
 * A claim speaks of one incident, or of several together: then it belongs to an episode, which names no party or site
 * of any of them. An episode is there as long as a claim is.
 */

/** A claim with whose it is and where it stands in the log. */
export interface PlacedClaim {
  of: ClaimOwner
  claim: FormClaim
  path: string
}

/** Claims of an incident, its own and those that speak of it together with others. */
export function claimsAbout({ log }: LogDocument, incident: FormIncident): PlacedClaim[] {
  const i = log.incidents.indexOf(incident)
  return [
    ...incident.claims.map((claim, c) => ({
      of: { incident: incident.key },
      claim,
      path: `incidents.${i}.claims.${c}`,
    })),
    ...log.episodes.flatMap((episode, e) =>
      episode.incidents.includes(incident.key)
        ? episode.claims.map((claim, c) => ({
            of: { episode: episode.key },
            claim,
            path: `episodes.${e}.claims.${c}`,
          }))
        : [],
    ),
  ]
}

/** All claims of the owner. */
export function claimsOf({ log }: LogDocument, of: ClaimOwner): FormClaim[] {
  const owner =
    'incident' in of
      ? log.incidents.find(({ key }) => key === of.incident)
      : log.episodes.find(({ key }) => key === of.episode)
  return owner?.claims ?? []
}

/** The draft with the owner's claims as `change` makes them. */
export function withClaimsOf(
  document: LogDocument,
  of: ClaimOwner,
  change: (claims: FormClaim[]) => FormClaim[],
): LogDocument {
  const { log } = document
  const changed = <T extends { key: string; claims: FormClaim[] }>(owners: T[], key: string): T[] =>
    owners.map((owner) => (owner.key === key ? { ...owner, claims: change(owner.claims) } : owner))
  return 'incident' in of
    ? { ...document, log: { ...log, incidents: changed(log.incidents, of.incident) } }
    : { ...document, log: { ...log, episodes: changed(log.episodes, of.episode) } }
}

/** The draft without the claim and whatever names it; an episode goes with its last claim. */
export function withoutClaimIn(document: LogDocument, of: ClaimOwner, key: string): LogDocument {
  const { log } = document
  if ('incident' in of) {
    const incidents = log.incidents.map((incident) =>
      incident.key === of.incident ? withoutClaim(incident, key) : incident,
    )
    return { ...document, log: { ...log, incidents } }
  }
  const rest = withClaimsOf(document, of, (claims) => withoutClaimOf(claims, key))
  const episodes = rest.log.episodes.filter(({ claims }) => claims.length > 0)
  return { ...rest, log: { ...rest.log, episodes } }
}

/** The claim under another owner; a new episode takes all incidents of the log, until somebody says less. */
export function withClaimMoved(
  document: LogDocument,
  of: ClaimOwner,
  key: string,
  to: ClaimOwner,
): LogDocument {
  const claim = claimsOf(document, of).find((one) => one.key === key)
  if (!claim) return document
  const there = 'episode' in to ? withEpisode(document, to.episode) : document
  return withoutClaimIn(
    withClaimsOf(there, to, (claims) => [...claims, loosened(claim)]),
    of,
    key,
  )
}

function withEpisode(document: LogDocument, key: string): LogDocument {
  const { log } = document
  if (log.episodes.some((episode) => episode.key === key)) return document
  const incidents = log.incidents.map((incident) => incident.key)
  const episode: FormEpisode = { key, title: { ar: null, en: null }, incidents, claims: [] }
  return { ...document, log: { ...log, episodes: [...log.episodes, episode] } }
}

/** What tied it to the incident or to other claims there stays behind. */
function loosened(claim: FormClaim): FormClaim {
  const { says } = claim
  const free = { ...claim, supersededBy: null, denies: null }
  if (says.subject === 'casualties')
    return { ...free, says: { ...says, party: null, site: null, preferred: false } }
  return says.subject === 'equipment' ? { ...free, says: { ...says, owner: null, site: null } } : free
}

/** The draft with an incident in the episode, or out of it; `member` is its key in this log, or its code. */
export function withMember(document: LogDocument, key: string, member: string, joins: boolean): LogDocument {
  const { log } = document
  const episodes = log.episodes.map((episode) => {
    if (episode.key !== key) return episode
    const others = episode.incidents.filter((other) => other !== member)
    return { ...episode, incidents: joins ? [...others, member] : others }
  })
  return { ...document, log: { ...log, episodes } }
}
