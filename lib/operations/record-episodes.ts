import { isDeepStrictEqual } from 'node:util'
import { withAudience } from '@/lib/access/audience'
import type { Viewer } from '@/lib/access/viewer'
import type { ClaimDraft } from '@/lib/claim/draft'
import { seenEpisodes } from '@/lib/db/episodes'
import { addClaims, saveClaims } from '@/lib/db/log/claim-rows'
import type { StoredIncident } from '@/lib/db/log/incident-rows'
import {
  type EpisodeRow,
  episodeDraft,
  episodeOfExactly,
  episodesOf,
  type StoredEpisode,
} from '@/lib/db/log/read-episodes'
import type { Ids } from '@/lib/db/log/report-rows'
import type { RevisionNote } from '@/lib/db/log/version-rows'
import { dropTruths } from '@/lib/db/protected-fields'
import type { Transaction } from '@/lib/db/transaction'
import { keepUnseenClaims } from '@/lib/incident/keep-unseen'
import type { LogDraft } from '@/lib/incident/log-draft'
import { idOfKey, rowKey } from '@/lib/incident/row-key'
import type { Problem } from '@/lib/problem'

type EpisodeDraft = LogDraft['episodes'][number]

const none: Ids = new Map()

interface Changed {
  problems: Problem[]
  /** Incidents whose episodes are no longer what they were. */
  incidents: Set<number>
  notes: Omit<RevisionNote, 'why'>[]
}

interface Names {
  reports: Ids
  statements: Ids
  incidents: Ids
  createdBy: string | null
}

/**
 * Makes the episodes of the log's incidents those of the log: which incidents a claim speaks of together, and those
 * claims. A new one of the very incidents that one there has joins it; one that was read and is missing goes, one that
 * nobody read stays. `there` are the incidents that a code of the log names. Gives the incidents that it touched, in
 * the log or not: an episode is part of each of its incidents, so that each of them gets a new version.
 */
export async function recordEpisodes(
  tx: Transaction,
  viewer: Viewer,
  log: LogDraft,
  there: ReadonlyMap<string, StoredIncident>,
  names: Names,
): Promise<Changed> {
  const stored = await storedEpisodes(tx, viewer, log)
  const changed: Changed = { problems: [], incidents: new Set(), notes: [] }
  const drafts = log.episodes.map((draft, e) => ({
    draft,
    e,
    before: stored.find(({ id }) => id === idOfKey('episode', draft.key)),
  }))
  const kept = new Set(drafts.map(({ before }) => before?.id))
  const read = new Set(log.episodesRead.map((key) => idOfKey('episode', key)))
  for (const before of stored) {
    if (kept.has(before.id) || !read.has(before.id)) continue
    await removeEpisode(tx, before)
    note(changed, 'delete', before.id, idsOf(before))
  }
  // Those already there first, so that a new one of the same incidents finds them as they will be.
  for (const { draft, e, before } of drafts.sort((a, b) => Number(!a.before) - Number(!b.before))) {
    const members = membersOf(draft, before, there, names.incidents)
    if (members.unknown.length > 0) {
      changed.problems.push(
        ...members.unknown.map(({ m, code }) => ({
          path: ['episodes', e, 'incidents', m],
          code: 'incident-unknown',
          params: { code },
        })),
      )
      continue
    }
    if (before && isSame(before, draft, members.ids)) continue
    const twin = before ? null : await episodeOfExactly(tx, [...members.ids])
    const id = twin
      ? await joinEpisode(tx, draft, twin, names)
      : await saveEpisode(tx, draft, before, members.ids, names)
    note(changed, before || twin ? 'change' : 'record', id, [...members.ids, ...idsOf(before)])
  }
  return changed
}

/** Codes of the incidents that recording the log may touch besides its own: the others of its episodes. */
export async function episodeCompanions(tx: Transaction, viewer: Viewer, log: LogDraft): Promise<string[]> {
  const stored = await storedEpisodes(tx, viewer, log)
  return [
    ...log.episodes.flatMap((episode) => episode.incidents),
    ...stored.flatMap((episode) => episode.incidents.map(({ incident }) => incident.code)),
  ]
}

/** The episodes of the log's incidents that the viewer sees, each with the keys of the claims that they see of it. */
async function storedEpisodes(tx: Transaction, viewer: Viewer, log: LogDraft): Promise<SeenEpisode[]> {
  const codes = log.incidents.flatMap(({ code }) => code ?? [])
  const rows = codes.length === 0 ? [] : await episodesOf(tx, codes)
  const seen = await seenEpisodes(tx, viewer, rows)
  const claims = new Map(seen.episodes.map((episode) => [episode.key, episode.claims]))
  return rows.flatMap((row) => {
    const own = claims.get(rowKey('episode', row.id))
    return own ? [{ ...row, seen: own }] : []
  })
}

type SeenEpisode = StoredEpisode & { seen: ClaimDraft[] }

/** Ends the episode, or where there are claims that its remover does not see, all of it but these. */
async function removeEpisode(tx: Transaction, { id, claims, seen }: SeenEpisode): Promise<void> {
  const ids = seen.flatMap(({ key }) => idOfKey('claim', key) ?? [])
  await dropTruths(tx, 'victims', ids)
  await dropTruths(tx, 'told', ids)
  if (seen.length === claims.length) {
    await tx.episode.delete({ where: { id }, select: { id: true } })
    return
  }
  await tx.claim.deleteMany({ where: { id: { in: ids } } })
}

const idsOf = (episode: SeenEpisode | undefined) =>
  episode?.incidents.map(({ incidentId }) => incidentId) ?? []

function note(changed: Changed, action: RevisionNote['action'], id: number, incidents: number[]): void {
  for (const incident of incidents) changed.incidents.add(incident)
  changed.notes.push({ entity: 'episode', entityId: id, action })
}

/** Ids of the episode's incidents. A deleted one stays where it was, so that it comes back with its episodes. */
function membersOf(
  draft: EpisodeDraft,
  before: SeenEpisode | undefined,
  there: ReadonlyMap<string, StoredIncident>,
  own: Ids,
) {
  const stayed = new Map(before?.incidents.map(({ incident }) => [incident.code, incident.id]))
  const ids = new Set<number>()
  const unknown: { m: number; code: string }[] = []
  for (const [m, member] of draft.incidents.entries()) {
    const id = own.get(member) ?? there.get(member)?.id ?? stayed.get(member)
    if (id === undefined) unknown.push({ m, code: member })
    else ids.add(id)
  }
  return { ids, unknown }
}

function isSame(before: SeenEpisode, draft: EpisodeDraft, members: ReadonlySet<number>): boolean {
  const { title } = episodeDraft(before, ({ code }) => code)
  const claims = before.seen
  const stay = before.incidents.length === members.size && idsOf(before).every((id) => members.has(id))
  return stay && isDeepStrictEqual({ title, claims }, { title: draft.title, claims: settled(draft, before) })
}

/** The claims of a draft, saying of each for whom it is. */
const settled = (draft: EpisodeDraft, before: SeenEpisode) =>
  draft.claims.map((claim) =>
    withAudience(
      claim,
      before.seen.find(({ key }) => key === claim.key),
    ),
  )

async function saveEpisode(
  tx: Transaction,
  { title, claims: sent }: EpisodeDraft,
  before: SeenEpisode | undefined,
  members: ReadonlySet<number>,
  names: Names,
): Promise<number> {
  const data = { titleAr: title.ar, titleEn: title.en }
  const stored = before ? episodeDraft(before, ({ code }) => code).claims : []
  const claims = keepUnseenClaims(sent, stored, before?.seen ?? [])
  const { id } = before
    ? await tx.episode.update({ where: { id: before.id }, data, select: { id: true } })
    : await tx.episode.create({ data, select: { id: true } })
  await tx.episodeIncident.deleteMany({ where: { episodeId: id, incidentId: { notIn: [...members] } } })
  await tx.episodeIncident.createMany({
    data: [...members].map((incidentId) => ({ episodeId: id, incidentId })),
    skipDuplicates: true,
  })
  await saveClaims(tx, { episodeId: id }, claims, { ...names, sites: none, parties: none, isNew: !before })
  return id
}

/** Adds what the draft claims to an episode of the same incidents: one happening is one episode, whoever tells of it. */
async function joinEpisode(
  tx: Transaction,
  { title, claims }: EpisodeDraft,
  { id, titleAr, titleEn }: EpisodeRow,
  names: Names,
): Promise<number> {
  const data = { titleAr: titleAr ?? title.ar, titleEn: titleEn ?? title.en }
  await tx.episode.update({ where: { id }, data, select: { id: true } })
  await addClaims(tx, { episodeId: id }, claims, { ...names, sites: none, parties: none })
  return id
}
