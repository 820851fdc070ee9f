import type { Viewer } from '@/lib/access/viewer'
import type { ReportDraft, StatementDraft } from '@/lib/report/draft'
import { reportOf, statementOf } from './log/read-log'
import type { Database } from './transaction'
import { visibleWhere } from './visible-to'

/** Statements by id, with the reports that cite them, as far as the viewer may read either. */
export async function readStatements(db: Database, viewer: Viewer, ids: number[]): Promise<StatementDraft[]> {
  const visible = visibleWhere(viewer)
  const rows = await db.statement.findMany({
    where: { id: { in: ids }, ...visible },
    include: {
      citations: { where: { report: visible }, select: { reportId: true }, orderBy: { reportId: 'asc' } },
    },
    orderBy: { id: 'asc' },
  })
  return rows.map(statementOf)
}

/** Reports by id, without their pasted text, as far as the viewer may read them. */
export async function readReports(db: Database, viewer: Viewer, ids: number[]): Promise<ReportDraft[]> {
  const rows = await db.report.findMany({
    where: { id: { in: ids }, ...visibleWhere(viewer) },
    omit: { text: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(reportOf)
}
