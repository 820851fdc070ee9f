import type { Viewer } from '@/lib/access/viewer'
import type { IncidentDraft } from '@/lib/incident/draft'
import type { LogDraft } from '@/lib/incident/log-draft'
import { rowKey } from '@/lib/incident/row-key'
import type { When } from '@/lib/incident/when'
import type { ReportDraft, StatementDraft } from '@/lib/report/draft'
import type { Prisma } from '@/prisma/generated/client'
import type { Transaction } from '../transaction'
import { visibleIncidentWhere, visibleWhere } from '../visible-to'
import { toCivil } from './dates'
import { claimOf } from './read-claim'
import { episodeDraft, episodesOf } from './read-episodes'

/** What an incident as a draft is made of. */
const asDraft = {
  sites: { orderBy: { position: 'asc' } },
  parties: { orderBy: { position: 'asc' } },
  claims: { orderBy: { position: 'asc' } },
  conflictSets: { orderBy: { position: 'asc' }, include: { alternatives: true } },
  links: { include: { to: { select: { code: true } } } },
  reports: { select: { reportId: true } },
  dataset: { select: { collects: true } },
} satisfies Prisma.IncidentInclude

/** Key of the incident in the log that is read of it. */
const OWN_KEY = 'incident'

/** All that hangs on an incident itself. */
export const whole = {
  ...asDraft,
  episodes: {
    include: {
      episode: {
        include: { claims: true, incidents: { include: { incident: { select: { code: true } } } } },
      },
    },
  },
} satisfies Prisma.IncidentInclude

type WholeIncident = Prisma.IncidentGetPayload<{ include: typeof asDraft }>

/**
 * The stored incident as a log draft, every key a row key: what an edit starts from, what a version keeps, and what
 * figures are derived from. `withText` brings the pasted texts of reports too, which a version leaves out.
 * Null where the viewer may read none of this id. Of the episodes that it is of, the other incidents are named by their codes.
 */
export async function readLog(
  tx: Transaction,
  viewer: Viewer,
  incidentId: number,
  { withText }: { withText: boolean },
) {
  const visible = visibleWhere(viewer)
  const incident = await tx.incident.findFirst({
    where: { AND: [{ id: incidentId }, visibleIncidentWhere(viewer)] },
    include: {
      ...asDraft,
      claims: { where: { ...visible, statement: visible }, orderBy: { position: 'asc' } },
    },
  })
  if (!incident) return null
  const episodes = await episodesOf(tx, viewer, [incident.code])
  const claims = [...incident.claims, ...episodes.flatMap((episode) => episode.claims)]
  const statementIds = [...new Set(claims.map(({ statementId }) => statementId))]
  const statements = await tx.statement.findMany({
    where: { id: { in: statementIds }, ...visible },
    include: {
      citations: { where: { report: visible }, select: { reportId: true }, orderBy: { reportId: 'asc' } },
    },
    orderBy: { id: 'asc' },
  })
  const reportIds = new Set([
    ...incident.reports.map(({ reportId }) => reportId),
    ...statements.flatMap(({ citations }) => citations.map(({ reportId }) => reportId)),
  ])
  const reports = await tx.report.findMany({
    where: { id: { in: [...reportIds] }, ...visible },
    omit: { text: !withText },
    orderBy: { id: 'asc' },
  })
  const log: LogDraft = {
    reports: reports.map(reportOf),
    statements: statements.map(statementOf),
    incidents: [incidentOf(incident)],
    episodes: episodes.map((episode) =>
      episodeDraft(episode, ({ id, code }) => (id === incidentId ? OWN_KEY : code)),
    ),
    episodesRead: episodes.map(({ id }) => rowKey('episode', id)),
    why: null,
  }
  return { log, incident }
}

export function reportOf(
  row: Omit<Prisma.ReportGetPayload<object>, 'text'> & { text?: string | null },
): ReportDraft {
  return {
    key: rowKey('report', row.id),
    id: row.id,
    version: row.version,
    outlet: row.outlet,
    agencies: row.agencies,
    url: row.url,
    archivedUrl: row.archivedUrl,
    title: row.title,
    publishedOn: toCivil(row.publishedOn),
    publishedOnBasis: row.publishedOnBasis as ReportDraft['publishedOnBasis'],
    publishedOnWhy: row.publishedOnWhy,
    language: row.language,
    text: row.text ?? null,
  }
}

export function statementOf(
  row: Prisma.StatementGetPayload<{ include: { citations: { select: { reportId: true } } } }>,
): StatementDraft {
  return {
    key: rowKey('statement', row.id),
    id: row.id,
    version: row.version,
    actorId: row.actorId,
    speakerName: row.speakerName,
    speakerRole: row.speakerRole,
    channel: row.channel as StatementDraft['channel'],
    saidOn: toCivil(row.saidOn),
    note: row.note,
    citedBy: row.citations.map(({ reportId }) => rowKey('report', reportId)),
  }
}

/** Closed lists are held by the database, so that a row's text is of the list. */
export function incidentOf(row: WholeIncident): IncidentDraft {
  return {
    key: OWN_KEY,
    code: row.code,
    version: row.version,
    title: { ar: row.titleAr, en: row.titleEn },
    summary: { ar: row.summaryAr, en: row.summaryEn },
    kind: row.kind as IncidentDraft['kind'],
    means: row.means as IncidentDraft['means'],
    when: whenOf(row),
    where: whereOf(row),
    parties: row.parties.map(({ id, actorId, part }) => ({
      key: rowKey('party', id),
      actorId,
      part: part as IncidentDraft['parties'][number]['part'],
    })),
    claims: row.claims.map(claimOf),
    conflictSets: row.conflictSets.map(conflictSetOf),
    links: row.links.map(({ kind, to, note }) => ({
      kind: kind as IncidentDraft['links'][number]['kind'],
      key: null,
      code: to.code,
      note,
    })),
    status: row.status as IncidentDraft['status'],
    grade: row.grade as IncidentDraft['grade'],
    visibility: row.visibility as IncidentDraft['visibility'],
    note: row.note,
  }
}

function whenOf(row: WholeIncident): When {
  return {
    start: toCivil(row.startOn),
    end: toCivil(row.endOn),
    precision: row.whenPrecision as When['precision'],
    sense: row.whenSense as When['sense'],
    open: row.whenOpen as When['open'],
    time: row.whenTime,
    partOfDay: row.whenPartOfDay as When['partOfDay'],
    phrase: row.whenPhrase,
    countedFrom: toCivil(row.whenCountedFrom),
  }
}

function whereOf(row: WholeIncident): IncidentDraft['where'] {
  return {
    placeId: row.placeId,
    ...pointOf(row),
    precision: row.wherePrecision as IncidentDraft['where']['precision'],
    phrase: row.wherePhrase,
    sites: row.sites.map((site) => ({
      key: rowKey('site', site.id),
      kind: site.kind as IncidentDraft['where']['sites'][number]['kind'],
      name: { ar: site.nameAr, en: site.nameEn },
      placeId: site.placeId,
      ...pointOf(site),
      precision: site.precision as IncidentDraft['where']['precision'],
    })),
  }
}

function pointOf(row: {
  lat: number | null
  lon: number | null
  offsetKm: number | null
  offsetBearing: number | null
}) {
  const { lat, lon, offsetKm, offsetBearing } = row
  return {
    point: lat === null || lon === null ? null : { lat, lon },
    offset: offsetBearing === null ? null : { km: offsetKm, bearing: offsetBearing },
  }
}

function conflictSetOf(row: WholeIncident['conflictSets'][number]): IncidentDraft['conflictSets'][number] {
  const key = (index: number) => `a${index}`
  return {
    key: rowKey('conflictSet', row.id),
    question: row.question,
    alternatives: row.alternativeNames.map((name, index) => ({
      key: key(index),
      name: name || null,
      claims: row.alternatives
        .filter(({ alternative }) => alternative === index)
        .map(({ claimId }) => rowKey('claim', claimId)),
    })),
    decided: row.decided === null ? null : key(row.decided),
    decidedWhy: row.decidedWhy,
  }
}
