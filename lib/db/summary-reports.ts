import type { Viewer } from '@/lib/access/viewer'
import type { NamedReport, Summary } from '@/lib/analysis/summary'
import { Prisma } from '@/prisma/generated/client'
import { reportNames } from './names'
import { type CasualtySums, casualtiesOf, casualtySums } from './summary-columns'
import type { Scope } from './summary-scope'
import type { Database } from './transaction'
import { tellingReports } from './visible-to'

interface Counts extends CasualtySums {
  incidents: number
  withheld: number
}

/** The `limit` reports that tell of most incidents, and what the others tell of, each incident once. */
export async function countByReport(
  db: Database,
  scope: Scope,
  viewer: Viewer,
  limit: number,
): Promise<Summary['byReport']> {
  const told = Prisma.sql`select h.incident_id, h.report_id from incident_report h
    join report r on r.id = h.report_id join ${scope.from} i on i.id = h.incident_id
    where ${tellingReports(viewer)} and ${scope.where}`
  const rows = await ofEach(db, scope, told, limit)
  const shown = rows.map(({ report }) => report)
  const names = await reportNames(db, shown)
  return {
    rows: rows.flatMap(({ report, ...counts }) => named(names.get(report), counted(counts))),
    others: await ofOthers(db, scope, told, shown),
  }
}

const named = <T>(name: NamedReport | undefined, counts: T): (NamedReport & T)[] =>
  name ? [{ ...name, ...counts }] : []

const counted = ({ incidents, withheld, ...sums }: Counts) => ({
  incidents,
  withheld,
  casualties: casualtiesOf(sums),
})

const counts = ({ leavesOut }: Scope) => Prisma.sql`
  count(*)::int incidents, (count(*) filter (where ${leavesOut}))::int withheld, ${casualtySums}`

const ofEach = (db: Database, scope: Scope, told: Prisma.Sql, limit: number) =>
  db.$queryRaw<(Counts & { report: number })[]>`
    with told as materialized (${told})
    select told.report_id report, ${counts(scope)}
    from told join ${scope.from} i on i.id = told.incident_id
    group by 1 order by incidents desc, report limit ${limit}`

async function ofOthers(
  db: Database,
  scope: Scope,
  told: Prisma.Sql,
  shown: number[],
): Promise<Summary['byReport']['others']> {
  const [row] = await db.$queryRaw<(Counts & { reports: number })[]>`
    with told as materialized (select * from (${told}) told where told.report_id <> all(${shown}::int[]))
    select (select count(distinct report_id) from told)::int reports, ${counts(scope)}
    from ${scope.from} i where i.id in (select incident_id from told)`
  // Sums of nothing are a row too.
  const { reports, ...sums } = row as Counts & { reports: number }
  return { reports, ...counted(sums) }
}
