import type { Viewer } from '@/lib/access/viewer'
import type { DetailClaim, IncidentDetail, IncidentMention } from '@/lib/analysis/incident-detail'
import type { ListedIncident, NamedPlace } from '@/lib/analysis/listed'
import type { NamesByLanguage } from '@/lib/analysis/summary'
import type { ClaimDraft } from '@/lib/claim/draft'
import { deriveEquipment } from '@/lib/claim/equipment'
import { figureInput } from '@/lib/claim/from-draft'
import { type Episode, readEpisodes } from '@/lib/db/episodes'
import { figuresByIncident } from '@/lib/db/figures'
import { actorKindsOf, type DetailRow } from '@/lib/db/incident-detail'
import { incidentsById } from '@/lib/db/incident-list'
import { versionsOf } from '@/lib/db/incident-versions'
import { incidentOf } from '@/lib/db/log/read-log'
import { actorNames, namedPlaces } from '@/lib/db/names'
import { nearestPoint } from '@/lib/db/place-point'
import { datasetOf } from '@/lib/db/source-row'
import { readReports, readStatements } from '@/lib/db/statements'
import type { Database } from '@/lib/db/transaction'
import { visibleIncidents } from '@/lib/db/visible-to'
import type { IncidentDraft } from '@/lib/incident/draft'
import { idOfKey } from '@/lib/incident/row-key'
import type { StatementDraft } from '@/lib/report/draft'

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
  const draft = incidentOf(row)
  const episodes = await readEpisodes(
    db,
    viewer,
    row.episodes.map((member) => member.episodeId),
  )
  const statements = distinct([
    ...(await readStatements(db, viewer, [...new Set(row.claims.map((claim) => claim.statementId))])),
    ...episodes.flatMap((episode) => episode.statements),
  ])
  const reports = await reportsOf(db, viewer, row, statements)
  const [self] = [...(await incidentsById(db, [row.id], visibleIncidents(viewer))).values()]
  if (!self) throw new Error(`incident ${row.id} vanished within its own transaction`)
  const names = await namesFor(db, draft, statements, episodes)
  const head = headOf(draft, row, self, names)
  return {
    ...head,
    where: { ...head.where, around: await around(db, draft.where, self) },
    ...(await figuresAndClaims(db, row, figureInput(draft, statements, reports), draft, names)),
    reports,
    statements: statements.map((statement) => statementDetail(statement, names)),
    ...(await neighboursOf(db, viewer, row, episodes, names)),
    dataset: datasetOf(row),
    versions: await versionsOf(db, row.id),
  }
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
    note: draft.note,
    disputed: self.disputed,
    killed: self.killed,
    wounded: self.wounded,
  }
}

async function figuresAndClaims(
  db: Database,
  row: DetailRow,
  input: ReturnType<typeof figureInput>,
  draft: IncidentDraft,
  names: Names,
) {
  const readable = new Set(draft.claims.map((claim) => claim.key))
  return {
    figures: (await figuresByIncident(db, [row.id])).get(row.id) ?? [],
    equipment: deriveEquipment(input.equipment, input.conflictSets, input.denials),
    claims: draft.claims.map((claim) => claimDetail(claim, names)),
    conflictSets: draft.conflictSets.flatMap((set) => {
      const stored = row.conflictSets.find(({ id }) => id === idOfKey('conflictSet', set.key))
      if (!stored) return []
      const { openedBy, openedAt, decidedBy, decidedAt } = stored
      const alternatives = set.alternatives.map(({ key, name, claims }) => ({
        key,
        name,
        claims: claims.filter((claim) => readable.has(claim)),
      }))
      return {
        ...set,
        alternatives,
        openedBy,
        openedAt: openedAt.toISOString(),
        decidedBy,
        decidedAt: decidedAt?.toISOString() ?? null,
      }
    }),
  }
}

/** Reports attached to the incident, and those that cite a statement about it. */
async function reportsOf(
  db: Database,
  viewer: Viewer,
  row: DetailRow,
  statements: StatementDraft[],
): Promise<IncidentDetail['reports']> {
  const citing = statements.flatMap((statement) =>
    statement.citedBy.map((key) => idOfKey('report', key) ?? 0),
  )
  const ids = [...new Set([...row.reports.map((attached) => attached.reportId), ...citing])]
  const reports = await readReports(db, viewer, ids)
  return reports.map(({ text, id, ...report }) => ({ ...report, id: id ?? 0 }))
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
  const listed = await incidentsById(db, [...new Set(ids)], visibleIncidents(viewer))
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

const distinct = (statements: StatementDraft[]): StatementDraft[] => [
  ...new Map(statements.map((statement) => [statement.key, statement])).values(),
]

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
