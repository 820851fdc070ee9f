import type { FormClaim, FormEpisode, FormIncident, FormLog, LogDocument } from './form-types'
import { whenField } from './reread-dates'

/**
 * The draft with one of its incidents taken for one that is already there (`stored`, as its editable log): what, when
 * and where stay as recorded; the report at hand, its statements and claims, and new parties and sites are added.
 */
export function attachReport(document: LogDocument, key: string, stored: FormLog): LogDocument {
  const { log, typed } = document
  const there = stored.incidents[0]
  if (!there || !log.incidents.some((mine) => mine.key === key)) return document
  const typedElsewhere = Object.entries(typed).filter(([field]) => field !== whenField(key))
  return {
    ...document,
    typed: Object.fromEntries(typedElsewhere),
    log: {
      ...log,
      reports: joinedByKey(stored.reports, log.reports),
      statements: joinedByKey(stored.statements, log.statements),
      incidents: log.incidents.map((mine) => (mine.key === key ? joined(there, mine) : mine)),
      episodes: joinedByKey(
        stored.episodes.map((episode) => renamed(episode, there.key, key)),
        log.episodes.map((episode) => renamed(episode, there.code, key)),
      ),
      episodesRead: [...new Set([...stored.episodesRead, ...log.episodesRead])],
    },
  }
}

/** What is stored before what the draft has; what another incident brought along already stays as it is in the draft. */
function joinedByKey<T extends { key: string }>(stored: T[], mine: T[]): T[] {
  const known = new Set(mine.map(({ key }) => key))
  return [...stored.filter(({ key }) => !known.has(key)), ...mine]
}

/** The episode with the attached incident under the key that it has in the draft. */
const renamed = (episode: FormEpisode, from: string | null, to: string): FormEpisode => ({
  ...episode,
  incidents: episode.incidents.map((member) => (member === from ? to : member)),
})

function joined(there: FormIncident, mine: FormIncident): FormIncident {
  const partyKeys = new Map<string, string>()
  const newParties = mine.parties.filter((party) => {
    const same = there.parties.find(({ actorId }) => actorId === party.actorId)
    if (same) partyKeys.set(party.key, same.key)
    return !same
  })
  return {
    ...there,
    key: mine.key,
    parties: [...there.parties, ...newParties],
    where: { ...there.where, sites: [...there.where.sites, ...mine.where.sites] },
    claims: [...there.claims, ...mine.claims.map((claim) => withParties(claim, partyKeys))],
    conflictSets: [...there.conflictSets, ...mine.conflictSets],
    links: [...there.links, ...mine.links],
  }
}

/** The claim with its parties under the keys that they have in the stored incident. */
function withParties(claim: FormClaim, keys: ReadonlyMap<string, string>): FormClaim {
  const now = (key: string | null) => (key === null ? null : (keys.get(key) ?? key))
  const { says } = claim
  if (says.subject === 'casualties') return { ...claim, says: { ...says, party: now(says.party) } }
  if (says.subject === 'equipment') return { ...claim, says: { ...says, owner: now(says.owner) } }
  if (says.subject === 'part' || says.subject === 'responsibility')
    return { ...claim, says: { ...says, party: now(says.party) ?? says.party } }
  return claim
}
