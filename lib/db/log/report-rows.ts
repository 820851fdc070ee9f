import type { ReportDraft, StatementDraft } from '@/lib/report/draft'
import type { Transaction } from '../transaction'
import { toDate } from './dates'

/** Ids of a draft's things by their keys. */
export type Ids = ReadonlyMap<string, number>

/** Writes the reports; gives their ids by key, and which of them are new. */
export async function saveReports(tx: Transaction, reports: readonly ReportDraft[]) {
  const ids = new Map<string, number>()
  const created: number[] = []
  for (const report of reports) {
    const { key, id, ...rest } = report
    const data = { ...rest, publishedOn: toDate(report.publishedOn) }
    if (id === null) {
      const row = await tx.report.create({ data, select: { id: true } })
      ids.set(key, row.id)
      created.push(row.id)
    } else {
      // The pasted text is long and rarely sent back: null leaves the stored one as it is.
      const { text, ...fields } = data
      await tx.report.update({ where: { id }, data: text === null ? fields : data, select: { id: true } })
      ids.set(key, id)
    }
  }
  return { ids, created, all: [...ids.values()] }
}

/** Writes the statements and which reports cite them. */
export async function saveStatements(
  tx: Transaction,
  statements: readonly StatementDraft[],
  reports: Ids,
): Promise<Ids> {
  const ids = new Map<string, number>()
  for (const statement of statements) {
    const { key, id, citedBy, saidOn, ...rest } = statement
    const data = { ...rest, saidOn: toDate(saidOn) }
    const row =
      id === null
        ? await tx.statement.create({ data, select: { id: true } })
        : await tx.statement.update({ where: { id }, data, select: { id: true } })
    ids.set(key, row.id)
    const cited = citedBy.map((report) => idOf(reports, report))
    if (id !== null) await tx.citation.deleteMany({ where: { statementId: id, reportId: { notIn: cited } } })
  }
  const citations = statements.flatMap(({ key, citedBy }) =>
    citedBy.map((report) => ({ statementId: idOf(ids, key), reportId: idOf(reports, report) })),
  )
  await tx.citation.createMany({ data: citations, skipDuplicates: true })
  return ids
}

/** The id behind a key that the door has checked; a missing one is our own mistake, not the caller's. */
export function idOf(ids: Ids, key: string): number {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`key ${key} has no id`)
  return id
}

/** The same for a key that may be empty. */
export const idOrNull = (ids: Ids, key: string | null): number | null =>
  key === null ? null : idOf(ids, key)
