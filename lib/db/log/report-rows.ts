import type { Audience } from '@/lib/access/audience'
import type { Protection } from '@/lib/access/protection'
import { accountOf, type Viewer } from '@/lib/access/viewer'
import { idOfUnseen } from '@/lib/incident/row-key'
import type { ReportDraft, StatementDraft } from '@/lib/report/draft'
import type { Transaction } from '../transaction'
import { visibleWhere } from '../visible-to'
import { toDate } from './dates'

/** The columns that say whom a row is for; a new one is for everybody who reads what it hangs on. */
export const audienceColumns = ({ visibility, named, embargo }: Audience) => ({
  visibility: visibility ?? 'everyone',
  named: [...new Set(named)],
  embargo: toDate(embargo),
})

const isProtected = (protection: Protection | null) => protection === 'protected' || protection === 'masked'

/** Ids of a draft's things by their keys. */
export type Ids = ReadonlyMap<string, number>

/** Writes the new reports and those of `changed`; gives the ids of all by key, and which of them are new. */
export async function saveReports(
  tx: Transaction,
  viewer: Viewer,
  reports: readonly ReportDraft[],
  changed: ReadonlySet<number>,
) {
  const ids = new Map<string, number>()
  const created: number[] = []
  for (const { key, id, version, protection, ...report } of reports) {
    const data = {
      ...report,
      ...audienceColumns(report),
      publishedOn: toDate(report.publishedOn),
      sourceProtected: isProtected(protection),
    }
    if (id === null) {
      const row = await tx.report.create({
        data: { ...data, createdBy: accountOf(viewer) },
        select: { id: true },
      })
      ids.set(key, row.id)
      created.push(row.id)
      continue
    }
    ids.set(key, id)
    if (!changed.has(id)) continue
    // The pasted text is long and rarely sent back: null leaves the stored one as it is.
    const { text, ...fields } = data
    const change = text === null && !data.sourceProtected ? fields : data
    await tx.report.update({
      where: { id },
      data: { ...change, version: { increment: 1 }, updatedAt: new Date() },
      select: { id: true },
    })
  }
  return { ids, created, all: [...ids.values()] }
}

/** Writes the new statements and those of `changed`, with the reports that cite them. */
export async function saveStatements(
  tx: Transaction,
  viewer: Viewer,
  statements: readonly StatementDraft[],
  reports: Ids,
  changed: ReadonlySet<number>,
) {
  const ids = new Map<string, number>()
  const created: number[] = []
  const citations: { statementId: number; reportId: number }[] = []
  for (const { key, id, version, citedBy, protection, ...statement } of statements) {
    if (id !== null) ids.set(key, id)
    if (id !== null && !changed.has(id)) continue
    const data = {
      ...statement,
      ...audienceColumns(statement),
      saidOn: toDate(statement.saidOn),
      speakerProtected: isProtected(protection),
    }
    const cited = citedBy.map((report) => idOf(reports, report))
    const statementId = id === null ? await createStatement(tx, viewer, data) : id
    if (id === null) created.push(statementId)
    else await changeStatement(tx, viewer, id, data, cited)
    ids.set(key, statementId)
    citations.push(...cited.map((reportId) => ({ statementId, reportId })))
  }
  await tx.citation.createMany({ data: citations, skipDuplicates: true })
  return { ids, created }
}

type StatementData = Omit<
  StatementDraft,
  'key' | 'id' | 'version' | 'citedBy' | 'saidOn' | 'protection' | keyof Audience
> &
  ReturnType<typeof audienceColumns> & { saidOn: Date | null; speakerProtected: boolean }

async function createStatement(tx: Transaction, viewer: Viewer, data: StatementData): Promise<number> {
  const { id } = await tx.statement.create({
    data: { ...data, createdBy: accountOf(viewer) },
    select: { id: true },
  })
  return id
}

/** The statement's fields, and no citation by another report that the viewer can see. */
async function changeStatement(
  tx: Transaction,
  viewer: Viewer,
  id: number,
  data: StatementData,
  cited: number[],
): Promise<void> {
  await tx.statement.update({
    where: { id },
    data: { ...data, version: { increment: 1 } },
    select: { id: true },
  })
  await tx.citation.deleteMany({
    where: { statementId: id, reportId: { notIn: cited }, report: visibleWhere(viewer) },
  })
}

/** The id behind a key that the door has checked; a missing one is our own mistake, not the caller's. */
export function idOf(ids: Ids, key: string): number {
  const id = ids.get(key) ?? idOfUnseen(key)
  if (id === null) throw new Error(`key ${key} has no id`)
  return id
}

/** The same for a key that may be empty. */
export const idOrNull = (ids: Ids, key: string | null): number | null =>
  key === null ? null : idOf(ids, key)
