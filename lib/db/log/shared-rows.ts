import type { Viewer } from '@/lib/access/viewer'
import type { LogDraft } from '@/lib/incident/log-draft'
import type { SharedChange, StoredShared } from '@/lib/report/shared-changes'
import type { Transaction } from '../transaction'
import { nameableReports, nameableStatements, visibleWhere } from '../visible-to'
import { citedBy, reportOf, statementOf } from './read-log'

/**
 * The stored reports and statements that the log names, locked until the transaction ends: first reports, then
 * statements, each by id, and before any incident, whoever asks. A claim added meanwhile does not wait for them.
 */
export async function lockShared(tx: Transaction, viewer: Viewer, log: LogDraft): Promise<StoredShared> {
  const reportIds = log.reports.flatMap(({ id }) => id ?? [])
  const statementIds = log.statements.flatMap(({ id }) => id ?? [])
  if (reportIds.length + statementIds.length === 0) return { reports: [], statements: [] }
  const ids = ({ id }: { id: number }) => id
  const mine = await tx.$queryRaw<{ id: number }[]>`
    select id from report r where id = any(${reportIds}) and ${nameableReports(viewer)} order by id for no key update`
  const stated = await tx.$queryRaw<{ id: number }[]>`
    select id from statement s where id = any(${statementIds}) and ${nameableStatements(viewer)} order by id for no key update`
  const dataset = { select: { id: true } }
  const reports = await tx.report.findMany({
    where: { id: { in: mine.map(ids) } },
    include: { dataset },
    orderBy: { id: 'asc' },
  })
  const statements = await tx.statement.findMany({
    where: { id: { in: stated.map(ids) } },
    include: { dataset, citations: { ...citedBy.citations, where: { report: visibleWhere(viewer) } } },
    orderBy: { id: 'asc' },
  })
  const origin = (row: { dataset: object | null; createdBy: string | null }) => ({
    ofDataset: row.dataset !== null,
    createdBy: row.createdBy,
  })
  return {
    reports: reports.map((row) => ({ draft: reportOf(row), ...origin(row) })),
    statements: statements.map((row) => ({ draft: statementOf(row), ...origin(row) })),
  }
}

/** Incidents that rest on what is changed, deleted ones too. */
export async function incidentsResting(
  tx: Transaction,
  changes: readonly SharedChange[],
): Promise<Set<number>> {
  if (changes.length === 0) return new Set()
  const idsIn = (list: SharedChange['list']) =>
    changes.filter((change) => change.list === list).map(({ id }) => id)
  const reports = idsIn('reports')
  const rows = await tx.$queryRaw<{ id: number }[]>`
    with stated as (
      select unnest(${idsIn('statements')}::int[]) as id
      union select statement_id from citation where report_id = any(${reports}::int[])
    )
    select incident_id as id from claim where statement_id in (select id from stated) and incident_id is not null
    union select e.incident_id from claim c join episode_incident e on e.episode_id = c.episode_id
      where c.statement_id in (select id from stated)
    union select incident_id from incident_report where report_id = any(${reports}::int[])`
  return new Set(rows.map(({ id }) => id))
}
