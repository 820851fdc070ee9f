import type { ReportDraft, StatementDraft } from '@/lib/report/draft'
import { citedBy, reportOf, statementOf } from './log/read-log'
import type { Database } from './transaction'

/**
 * Statements by id, with the reports that cite them, and `more` reports by id; and who made either, whoever may see them.
 */
export async function readStated(db: Database, ids: number[], more: number[] = []) {
  const statements = await db.statement.findMany({
    where: { id: { in: ids } },
    include: citedBy,
    orderBy: { id: 'asc' },
  })
  const citing = statements.flatMap(({ citations }) => citations.map(({ reportId }) => reportId))
  const reports = await db.report.findMany({
    where: { id: { in: [...new Set([...citing, ...more])] } },
    omit: { text: true },
    orderBy: { id: 'asc' },
  })
  const drafts: { statements: StatementDraft[]; reports: ReportDraft[] } = {
    statements: statements.map(statementOf),
    reports: reports.map(reportOf),
  }
  const creators = [
    ...statements.map((row, k) => [drafts.statements[k]?.key ?? '', row.createdBy] as const),
    ...reports.map((row, k) => [drafts.reports[k]?.key ?? '', row.createdBy] as const),
  ]
  return { ...drafts, creators }
}
