import { isOfTeam, mayKeepEvidence, maySeeOriginal } from '@/lib/access/questions'
import { mayChange } from '@/lib/access/review'
import { accountOf, type Viewer } from '@/lib/access/viewer'
import type { FileType } from '@/lib/formats/file-type'
import type { Status, Visibility } from '@/lib/incident/lists'
import { rowKey } from '@/lib/incident/row-key'
import type { Evidence, EvidenceList, EvidencePart, StoredFile } from '@/lib/report/evidence'
import type { Prisma } from '@/prisma/generated/client'
import type { Database, Transaction } from './transaction'
import { visibleIncidentWhere, visibleWhere } from './visible-to'

/** What a piece of evidence hangs on: one of the two. */
export type Hanger = { incidentId: number } | { reportId: number }

const columns = {
  id: true,
  code: true,
  name: true,
  type: true,
  note: true,
  width: true,
  height: true,
  visibility: true,
  reportId: true,
  createdBy: true,
  createdAt: true,
  version: true,
  files: { select: { part: true, length: true, sha256: true } },
} as const satisfies Prisma.EvidenceSelect

type Row = Prisma.EvidenceGetPayload<{ select: typeof columns }>

/**
 * What the viewer may see at all. Evidence is as hidden as what it hangs on; and whoever is not of the team sees only
 * their own, and that of which there is a copy for sharing.
 */
function seenBy(viewer: Viewer): Prisma.EvidenceWhereInput {
  const visible = visibleWhere(viewer)
  const incident = { deletedAt: null, ...visibleIncidentWhere(viewer) }
  const report = { ...visible, incidents: { some: { incident } } }
  return { AND: [visible, { OR: [{ incident }, { report }] }, openable(viewer)] }
}

function openable(viewer: Viewer): Prisma.EvidenceWhereInput {
  if (isOfTeam(viewer)) return {}
  const account = accountOf(viewer)
  const shared = { files: { some: { part: 'shared' } } }
  return account === null ? shared : { OR: [shared, { createdBy: account }] }
}

/** Evidence of an incident and of its reports, the oldest first; null where there is no incident that the viewer may see. */
export async function evidenceOf(db: Database, viewer: Viewer, code: string): Promise<EvidenceList | null> {
  const incident = await db.incident.findFirst({
    where: { code, deletedAt: null, ...visibleIncidentWhere(viewer) },
    select: { id: true, createdBy: true, status: true, unverifiedChange: true },
  })
  if (!incident) return null
  const evidence = await hangingOn(db, viewer, incident.id)
  const stands = { ...incident, status: incident.status as Status }
  const mayAdd = mayKeepEvidence(viewer, incident) && (isOfTeam(viewer) || mayChange(viewer, stands))
  return { evidence, mayAdd }
}

async function hangingOn(db: Database, viewer: Viewer, incidentId: number): Promise<Evidence[]> {
  const hangs = { OR: [{ incidentId }, { report: { incidents: { some: { incidentId } } } }] }
  const rows = await db.evidence.findMany({
    where: { deletedAt: null, AND: [hangs, seenBy(viewer)] },
    select: columns,
    orderBy: { id: 'asc' },
  })
  return rows.map((row) => told(row, viewer))
}

export interface FoundEvidence {
  id: number
  hanger: Hanger
  createdBy: string | null
  evidence: Evidence
}

/** One piece of evidence, deleted or not as `deleted` says, where the viewer may see it. */
export async function findEvidence(
  db: Database,
  viewer: Viewer,
  code: string,
  deleted = false,
): Promise<FoundEvidence | null> {
  const row = await db.evidence.findFirst({
    where: { code, deletedAt: deleted ? { not: null } : null, ...seenBy(viewer) },
    select: { ...columns, incidentId: true },
  })
  if (!row) return null
  const { id, incidentId, reportId, createdBy } = row
  const hanger = incidentId === null ? { reportId: reportId ?? 0 } : { incidentId }
  return { id, hanger, createdBy, evidence: told(row, viewer) }
}

/** What the viewer is told of it: names tell of people, and the original's hash of what the copy leaves out. */
function told(row: Row, viewer: Viewer): Evidence {
  const all = maySeeOriginal(viewer, row)
  const file = (part: EvidencePart): StoredFile | null => {
    const found = row.files.find((one) => one.part === part)
    return found ? { length: found.length, sha256: found.sha256 } : null
  }
  const { code, note, width, height, version } = row
  return {
    code,
    name: all ? row.name : null,
    type: row.type as FileType,
    note,
    size: width !== null && height !== null ? { width, height } : null,
    original: all ? file('original') : null,
    shared: file('shared'),
    visibility: row.visibility as Visibility,
    report: row.reportId === null ? null : rowKey('report', row.reportId),
    at: row.createdAt.toISOString(),
    version,
    mayChange: mayKeepEvidence(viewer, row),
  }
}

export interface EvidenceFacts {
  name: string
  type: FileType
  size: { width: number; height: number } | null
  visibility: Visibility
  note: string | null
  createdBy: string | null
}

export interface FileOfEvidence extends StoredFile {
  part: EvidencePart
  bytes: Uint8Array<ArrayBuffer>
}

/** Stores evidence with its files; gives its id and code. */
export function insertEvidence(
  tx: Transaction,
  hanger: Hanger,
  { size, ...facts }: EvidenceFacts,
  files: FileOfEvidence[],
): Promise<{ id: number; code: string }> {
  return tx.evidence.create({
    data: {
      ...hanger,
      ...facts,
      width: size?.width ?? null,
      height: size?.height ?? null,
      files: { create: files },
    },
    select: { id: true, code: true },
  })
}

/** The bytes of one part; null where there is none. Ask `findEvidence` first whether the viewer may. */
export async function bytesOf(db: Database, evidenceId: number, part: EvidencePart) {
  const file = await db.evidenceFile.findUnique({ where: { evidenceId_part: { evidenceId, part } } })
  return file?.bytes ?? null
}

/** How much hangs there already, whoever may see it, and the evidence of this hash among it that the viewer may see. */
export async function hanging(tx: Transaction, viewer: Viewer, hanger: Hanger, sha256: string) {
  const there = { ...hanger, deletedAt: null }
  const [files, sum, same] = [
    await tx.evidence.count({ where: there }),
    await tx.evidenceFile.aggregate({ where: { evidence: there }, _sum: { length: true } }),
    await tx.evidence.findFirst({
      where: { ...there, files: { some: { part: 'original', sha256 } }, ...seenBy(viewer) },
      select: { code: true },
    }),
  ]
  return { files, bytes: sum._sum.length ?? 0, same: same?.code ?? null }
}

/** Ids of the incidents that a file of this hanger stands on, deleted ones too. */
export async function incidentsOn(tx: Transaction, hanger: Hanger): Promise<number[]> {
  if ('incidentId' in hanger) return [hanger.incidentId]
  const rows = await tx.incidentReport.findMany({ where: hanger, select: { incidentId: true } })
  return rows.map(({ incidentId }) => incidentId)
}

/** Whether a report of this id tells of the incident and the viewer may see it. Locks it until the transaction ends. */
export async function lockReport(tx: Transaction, viewer: Viewer, incidentId: number, reportId: number) {
  await tx.$executeRaw`select 1 from report where id = ${reportId} for update`
  const where = { id: reportId, incidents: { some: { incidentId } }, ...visibleWhere(viewer) }
  return (await tx.report.count({ where })) > 0
}

/** Changes columns of the evidence at `version` and counts the version on; false where it has another by now. */
export async function changeEvidenceRow(
  tx: Transaction,
  id: number,
  version: number,
  data: { visibility?: Visibility; deletedAt?: Date | null },
): Promise<boolean> {
  const changed = await tx.evidence.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  })
  return changed.count === 1
}
