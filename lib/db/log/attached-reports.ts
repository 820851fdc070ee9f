import type { Viewer } from '@/lib/access/viewer'
import type { Transaction } from '../transaction'
import { visibleWhere } from '../visible-to'

/** Reports of a log: all that it names, and those of them that it brings. */
export interface LogReports {
  all: readonly number[]
  created: readonly number[]
}

/**
 * Attaches to the incident every report that cites what is claimed of it, alone or together with others, and of the
 * log that it was changed in (null where it was not) the new reports. What its author can see
 * and no longer names is detached.
 */
export async function attachReports(
  tx: Transaction,
  viewer: Viewer,
  incidentId: number,
  log: LogReports | null,
): Promise<void> {
  const cited = await citing(tx, incidentId)
  if (log) {
    const unnamed = { incidentId, reportId: { notIn: [...log.all] }, report: visibleWhere(viewer) }
    await tx.incidentReport.deleteMany({ where: unnamed })
  }
  await attach(tx, incidentId, [...cited, ...(log?.created ?? [])])
  // Nobody has claimed anything of it yet: it was still logged from these reports.
  const bare = log && (await tx.incidentReport.count({ where: { incidentId } })) === 0
  if (bare) await attach(tx, incidentId, log.all)
}

async function citing(tx: Transaction, incidentId: number): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    select distinct report_id as id from citation where statement_id in (
      select statement_id from claim where incident_id = ${incidentId}
      union select c.statement_id from claim c join episode_incident e on e.episode_id = c.episode_id
      where e.incident_id = ${incidentId})`
  return rows.map(({ id }) => id)
}

async function attach(tx: Transaction, incidentId: number, reports: readonly number[]): Promise<void> {
  await tx.incidentReport.createMany({
    data: reports.map((reportId) => ({ incidentId, reportId })),
    skipDuplicates: true,
  })
}
