import { seesPart } from '@/lib/access/audience'
import type { Viewer } from '@/lib/access/viewer'
import type { IncidentDraft } from '@/lib/incident/draft'
import type { LogDraft } from '@/lib/incident/log-draft'
import { rowKey } from '@/lib/incident/row-key'
import { type Eyes, seenLog } from '@/lib/incident/seen-log'
import type { When } from '@/lib/incident/when'
import type { ReportDraft, StatementDraft } from '@/lib/report/draft'
import type { Prisma } from '@/prisma/generated/client'
import type { Database } from '../transaction'
import { visibleIncidentWhere } from '../visible-to'
import { toCivil, today } from './dates'
import { audienceOf, claimOf } from './read-claim'
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

type WholeIncident = Prisma.IncidentGetPayload<{ include: typeof asDraft }>

/**
 * The stored incident as a log draft with all that hangs on it, every key a row key: what a version keeps, and what
 * figures are derived from. What somebody sees of it gives `seenBy`. `withText` brings the pasted texts of reports
 * too, which a version leaves out. Of the episodes that it is of, the other incidents are named by their codes.
 */
export async function readLog(
  tx: Database,
  incidentId: number,
  { withText }: { withText: boolean },
): Promise<ReadLog | null> {
  const incident = await tx.incident.findUnique({ where: { id: incidentId }, include: asDraft })
  if (!incident) return null
  const episodes = await episodesOf(tx, [incident.code])
  const claims = [...incident.claims, ...episodes.flatMap((episode) => episode.claims)]
  const statementIds = [...new Set(claims.map(({ statementId }) => statementId))]
  const statements = await tx.statement.findMany({
    where: { id: { in: statementIds } },
    include: citedBy,
    orderBy: { id: 'asc' },
  })
  const reportIds = new Set([
    ...incident.reports.map(({ reportId }) => reportId),
    ...statements.flatMap(({ citations }) => citations.map(({ reportId }) => reportId)),
  ])
  const reports = await tx.report.findMany({
    where: { id: { in: [...reportIds] } },
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
  const creators = new Map([
    ...claims.map(({ id, createdBy }) => [rowKey('claim', id), createdBy] as const),
    ...statements.map(({ id, createdBy }) => [rowKey('statement', id), createdBy] as const),
    ...reports.map(({ id, createdBy }) => [rowKey('report', id), createdBy] as const),
  ])
  return { log, incident, creators }
}

/** An incident read with all that hangs on it, whoever may see it. */
export interface ReadLog {
  log: LogDraft
  incident: WholeIncident
  /** Accounts that made the claims, statements and reports, by key. */
  creators: ReadonlyMap<string, string | null>
}

/** What of it the viewer sees, who may read the incident. */
export async function seenBy(
  db: Database,
  viewer: Viewer,
  { log, creators, incident }: Pick<ReadLog, 'log' | 'creators'> & { incident: { code: string } },
): Promise<LogDraft> {
  return seenLog(log, await eyesOf(db, viewer, log, creators, [incident.code]))
}

/** How the viewer looks at a log. Of the incidents that it names they may read those of `readable` for certain. */
export async function eyesOf(
  db: Database,
  viewer: Viewer,
  log: LogDraft,
  creators: ReadonlyMap<string, string | null>,
  readable: readonly string[] = [],
): Promise<Eyes> {
  const others = [
    ...log.incidents.flatMap(({ links }) => links.flatMap((link) => link.code ?? [])),
    ...log.episodes.flatMap(({ incidents }) => incidents),
  ]
  const known = new Set([OWN_KEY, ...readable, ...(await readableCodes(db, viewer, others))])
  const now = today()
  return {
    sees: (part) => seesPart(viewer, part, creators.get(part.key) ?? null, now),
    knows: (incident) => known.has(incident),
  }
}

async function readableCodes(db: Database, viewer: Viewer, codes: string[]): Promise<string[]> {
  if (codes.length === 0) return []
  const where = { AND: [{ code: { in: codes } }, visibleIncidentWhere(viewer)] }
  return (await db.incident.findMany({ where, select: { code: true } })).map(({ code }) => code)
}

/** The reports that cite a statement, in one order. */
export const citedBy = {
  citations: { select: { reportId: true }, orderBy: { reportId: 'asc' } },
} satisfies Prisma.StatementInclude

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
    ...audienceOf(row),
    protection: row.sourceProtected ? 'masked' : 'none',
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
    ...audienceOf(row),
    protection: row.speakerProtected ? 'masked' : 'none',
  }
}

/** Closed lists are held by the database, so that a row's text is of the list. */
function incidentOf(row: WholeIncident): IncidentDraft {
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
    ...audienceOf(row),
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
    protection: row.placeProtected ? 'masked' : 'none',
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
