import 'server-only'
import type { LogDraft } from '@/lib/incident/log-draft'
import type { SiteTruth, ToldTruth, WhereTruth } from '@/lib/incident/mask-where'
import { idOfKey, type KeyedRow } from '@/lib/incident/row-key'
import type { Truths } from '@/lib/incident/unmask'
import type { SourceTruth, SpeakerTruth } from '@/lib/report/mask-source'
import { truthsOf } from '../protected-fields'
import type { Database } from '../transaction'

/** What is true of the incident, as far as the log names it: of what somebody does not see, nothing is read. */
export async function readTruths(db: Database, incidentId: number, log: LogDraft): Promise<Truths> {
  const ids = (row: KeyedRow, things: readonly { key: string }[]) =>
    things.flatMap(({ key }) => idOfKey(row, key) ?? [])
  const claims = ids(
    'claim',
    [...log.incidents, ...log.episodes].flatMap((owner) => owner.claims),
  )
  const sites = log.incidents.flatMap(({ where }) => where.sites)
  const where = await truthsOf<WhereTruth>(db, 'incident', [incidentId])
  return {
    where: where.get(incidentId) ?? null,
    sites: await truthsOf<SiteTruth>(db, 'site', ids('site', sites)),
    reports: await truthsOf<SourceTruth>(db, 'report', ids('report', log.reports)),
    statements: await truthsOf<SpeakerTruth>(db, 'statement', ids('statement', log.statements)),
    victims: await truthsOf<string[]>(db, 'victims', claims),
    told: await truthsOf<ToldTruth>(db, 'told', claims),
  }
}
