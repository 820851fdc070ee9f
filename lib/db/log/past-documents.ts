import type { LogDraft } from '@/lib/incident/log-draft'
import { type MaskPlace, maskedEpisode, maskedPast } from '@/lib/incident/mask-where'
import { maskedReport, maskedStatement } from '@/lib/report/mask-source'
import type { Transaction } from '../transaction'

/*
 * What becomes protected was in plain words in the versions before: there too it is masked, the only case in which a
 * closed version changes. The truth of earlier versions is not kept: it would be one more copy to guard.
 */

/** Masks a report or statement in every recorded version that names it. */
export async function maskPastShared(
  tx: Transaction,
  list: 'reports' | 'statements',
  id: number,
): Promise<void> {
  const naming = JSON.stringify({ [list]: [{ id }] })
  const rows = await tx.$queryRaw<PastRow[]>`
    select incident_id as "incidentId", version, document from incident_version where document @> ${naming}::jsonb`
  await rewrite(tx, rows, (log) => ({
    ...log,
    reports: log.reports.map((one) => (list === 'reports' && one.id === id ? maskedReport(one) : one)),
    statements: log.statements.map((one) =>
      list === 'statements' && one.id === id ? maskedStatement(one) : one,
    ),
  }))
}

/** Masks the place of an incident in all of its recorded versions, and what episodes told of it in those of others. */
export async function maskPastWhere(tx: Transaction, incidentId: number, mask: MaskPlace): Promise<void> {
  const rows = await tx.$queryRaw<PastRow[]>`
    select incident_id as "incidentId", version, document from incident_version
    where incident_id = ${incidentId} and document ? 'incidents'`
  await rewrite(tx, rows, (log) => maskedPast(log, mask))
  const episodes = new Set(rows.flatMap(({ document }) => document.episodes.map(({ key }) => key)))
  for (const key of episodes) await maskPastEpisode(tx, key, mask)
}

/** Masks what an episode told of where in every recorded version that has it, whosever version it is. */
export async function maskPastEpisode(tx: Transaction, key: string, mask: MaskPlace): Promise<void> {
  const having = JSON.stringify({ episodes: [{ key }] })
  const rows = await tx.$queryRaw<PastRow[]>`
    select incident_id as "incidentId", version, document from incident_version where document @> ${having}::jsonb`
  await rewrite(tx, rows, (log) => ({
    ...log,
    episodes: log.episodes.map((one) => (one.key === key ? maskedEpisode(one, mask) : one)),
  }))
}

interface PastRow {
  incidentId: number
  version: number
  document: LogDraft
}

async function rewrite(tx: Transaction, rows: PastRow[], masked: (log: LogDraft) => LogDraft): Promise<void> {
  for (const { incidentId, version, document } of rows) {
    await tx.$executeRaw`
      update incident_version set document = ${JSON.stringify(masked(document))}::jsonb
      where incident_id = ${incidentId} and version = ${version}`
  }
}
