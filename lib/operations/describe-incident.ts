import { isOfTeam, mayReadHistory } from '@/lib/access/questions'
import type { Viewer } from '@/lib/access/viewer'
import type { DetailClaim, IncidentDetail, IncidentMention } from '@/lib/analysis/incident-detail'
import type { ListedIncident, NamedPlace } from '@/lib/analysis/listed'
import type { NamesByLanguage } from '@/lib/analysis/summary'
import { deriveFigures } from '@/lib/claim/derive-figures'
import type { ClaimDraft } from '@/lib/claim/draft'
import { deriveEquipment } from '@/lib/claim/equipment'
import { figureInput } from '@/lib/claim/from-draft'
import { type Episode, readEpisodes } from '@/lib/db/episodes'
import { figuresByIncident } from '@/lib/db/figures'
import { actorKindsOf, type DetailRow } from '@/lib/db/incident-detail'
import { incidentsById } from '@/lib/db/incident-list'
import { versionsOf } from '@/lib/db/incident-versions'
import { factsOf } from '@/lib/db/log/fact-columns'
import { readLog, seenBy } from '@/lib/db/log/read-log'
import { actorNames, namedPlaces } from '@/lib/db/names'
import { nearestPoint } from '@/lib/db/place-point'
import { reviewFacts } from '@/lib/db/review-rows'
import { datasetOf } from '@/lib/db/source-row'
import type { Database } from '@/lib/db/transaction'
import { saysWithheld } from '@/lib/db/withheld-figures'
import type { IncidentDraft } from '@/lib/incident/draft'
import { idOfKey } from '@/lib/incident/row-key'
import type { StatementDraft } from '@/lib/report/draft'
import { isPrivyTo, withoutOthers, withoutPrivate } from './private-parts'
import { isNarrower, showsSource } from './source-shown'

interface Names {
  actors: Map<number, NamesByLanguage>
  places: Map<number, NamedPlace>
}

/** Everything that the page of a stored incident shows, read for `viewer`. */
export async function describeIncident(
  db: Database,
  viewer: Viewer,
  row: DetailRow,
): Promise<IncidentDetail> {
  const read = await readLog(db, row.id, { withText: false })
  const log = read && (await seenBy(db, viewer, read))
  const [draft] = log?.incidents ?? []
  if (!read || !log || !draft) throw new Error(`incident ${row.id} vanished within its own transaction`)
  const episodes = await readEpisodes(
    db,
    viewer,
    row.episodes.map((member) => member.episodeId),
  )
  const { statements, reports } = withoutOthers(viewer, log, read.creators)
  const [self] = [...(await incidentsById(db, [row.id], viewer)).values()]
  if (!self) throw new Error(`incident ${row.id} vanished within its own transaction`)
  const names = await namesFor(db, draft, statements, episodes)
  const head = headOf(draft, row, self, names)
  const detail: IncidentDetail = {
    ...head,
    review: await reviewFacts(db, row.id),
    where: { ...head.where, around: await around(db, draft.where, self) },
    ...(await figuresAndClaims(db, viewer, row, figureInput(draft, statements, reports), draft, names)),
    reports: reports.map(({ text, id, ...report }) => ({ ...report, id: id ?? 0 })),
    statements: statements.map((statement) => statementDetail(statement, names)),
    ...(await neighboursOf(db, viewer, row, episodes, names)),
    dataset: datasetOf(row, showsSource(row, log, read.log)),
    versions: mayReadHistory(viewer) ? await versionsOf(db, viewer, row.id) : [],
    withheld: isNarrower(log, read.log) && (await saysWithheld(db)),
  }
  return isPrivyTo(viewer, row) ? detail : withoutPrivate(detail)
}

/** The nearest point above an incident that has none of its own. */
async function around(db: Database, where: IncidentDraft['where'], { place, within }: ListedIncident) {
  const nearest = where.point === null ? await nearestPoint(db, where.placeId) : null
  const at = [place, ...within].find(({ id }) => id === nearest?.placeId)
  return nearest && at ? { place: at, point: nearest.point } : null
}

function headOf(draft: IncidentDraft, row: DetailRow, self: ListedIncident, names: Names) {
  const { placeId, sites, ...where } = draft.where
  const kinds = actorKindsOf(row)
  return {
    code: row.code,
    version: row.version,
    title: draft.title,
    summary: draft.summary,
    kind: draft.kind,
    means: draft.means,
    when: draft.when,
    where: {
      ...where,
      place: self.place,
      within: self.within,
      sites: sites.map(({ placeId: at, ...site }) => ({ ...site, place: placeAt(names, at) })),
    },
    parties: draft.parties.map(({ key, actorId, part }) => ({
      key,
      part,
      actor: actorId,
      kind: kinds.get(idOfKey('party', key) ?? 0) ?? ('unknown' as const),
      names: names.actors.get(actorId) ?? { ar: null, en: null },
    })),
    status: draft.status,
    grade: draft.grade,
    visibility: draft.visibility,
    named: draft.named,
    embargo: draft.embargo,
    note: draft.note,
    disputed: self.disputed,
    killed: self.killed,
    wounded: self.wounded,
  }
}

async function figuresAndClaims(
  db: Database,
  viewer: Viewer,
  row: DetailRow,
  input: ReturnType<typeof figureInput>,
  draft: IncidentDraft,
  names: Names,
) {
  return {
    ...(row.withheld ? derivedFor(row, input) : await storedFor(db, viewer, row)),
    equipment: deriveEquipment(input.equipment, input.conflictSets, input.denials),
    claims: draft.claims.map((claim) => claimDetail(claim, names)),
    conflictSets: draft.conflictSets.flatMap((set) => {
      const stored = row.conflictSets.find(({ id }) => id === idOfKey('conflictSet', set.key))
      if (!stored) return []
      const { openedBy, openedAt, decidedBy, decidedAt } = stored
      return {
        ...set,
        openedBy,
        openedAt: openedAt.toISOString(),
        decidedBy,
        decidedAt: decidedAt?.toISOString() ?? null,
        leftDisputed: leftDisputed(viewer, stored),
      }
    }),
  }
}

/** The figures that everybody who reads the incident has in common. */
async function storedFor(db: Database, viewer: Viewer, row: DetailRow) {
  return { figures: (await figuresByIncident(db, [row.id], viewer)).get(row.id) ?? [] }
}

/** Where people see different claims, the figures of each follow from what they see. */
function derivedFor(row: DetailRow, { claims, conflictSets, denials }: ReturnType<typeof figureInput>) {
  const figures = deriveFigures(claims, conflictSets, denials)
  const fact = factsOf(figures, row.dataset?.collects ?? null)
  return { figures, ...fact }
}

function leftDisputed(
  viewer: Viewer,
  { leftDisputedBy, leftDisputedAt, leftDisputedWhy }: DetailRow['conflictSets'][number],
) {
  if (leftDisputedAt === null) return null
  const by = isOfTeam(viewer) ? leftDisputedBy : null
  return { by, at: leftDisputedAt.toISOString(), why: leftDisputedWhy }
}

/** Incidents that this one is linked to either way, and the episodes that it is of. */
async function neighboursOf(
  db: Database,
  viewer: Viewer,
  row: DetailRow,
  episodes: Episode[],
  names: Names,
): Promise<Pick<IncidentDetail, 'links' | 'episodes'>> {
  const ids = [
    ...row.links.map((link) => link.toId),
    ...row.linkedBy.map((link) => link.fromId),
    ...episodes.flatMap((episode) => episode.incidentIds),
  ]
  const listed = await incidentsById(db, [...new Set(ids)], viewer)
  const mention = (id: number): IncidentMention[] => {
    const found = listed.get(id)
    return found ? [mentionOf(found)] : []
  }
  const link = (direction: 'out' | 'in', id: number, { kind, note }: { kind: string; note: string | null }) =>
    mention(id).map((incident) => ({
      kind: kind as IncidentDetail['links'][number]['kind'],
      direction,
      note,
      incident,
    }))
  return {
    links: [
      ...row.links.flatMap((to) => link('out', to.toId, to)),
      ...row.linkedBy.flatMap((from) => link('in', from.fromId, from)),
    ],
    episodes: episodes.map(({ id, title, incidentIds, claims, figures }) => ({
      id,
      title,
      incidents: incidentIds.flatMap(mention),
      claims: claims.map((claim) => claimDetail(claim, names)),
      figures,
    })),
  }
}

const mentionOf = ({ code, title, kind, when, place, parties }: ListedIncident): IncidentMention => ({
  code,
  title,
  kind,
  when,
  place: { names: place.names },
  parties: parties.map(({ names, part }) => ({ names, part })),
})

const placeAt = ({ places }: Names, id: number | null): NamedPlace | null =>
  id === null ? null : (places.get(id) ?? null)

const claimDetail = (claim: ClaimDraft, names: Names): DetailClaim => ({
  ...claim,
  place: claim.says.subject === 'where' ? placeAt(names, claim.says.placeId) : null,
})

const statementDetail = (
  { id, actorId, ...statement }: StatementDraft,
  { actors }: Names,
): IncidentDetail['statements'][number] => ({
  ...statement,
  actor: actorId === null ? null : { id: actorId, names: actors.get(actorId) ?? { ar: null, en: null } },
})

/** Names of all actors and places that anything of the incident refers to, in two queries. */
async function namesFor(
  db: Database,
  draft: IncidentDraft,
  statements: StatementDraft[],
  episodes: Episode[],
): Promise<Names> {
  const claims = [...draft.claims, ...episodes.flatMap((episode) => episode.claims)]
  return {
    actors: await actorNames(db, [
      ...draft.parties.map((party) => party.actorId),
      ...statements.flatMap((statement) => statement.actorId ?? []),
    ]),
    places: await namedPlaces(db, [
      ...draft.where.sites.flatMap((site) => site.placeId ?? []),
      ...claims.flatMap(({ says }) => (says.subject === 'where' ? (says.placeId ?? []) : [])),
    ]),
  }
}
