import type { CivilDate } from '@/lib/incident/when'
import { database } from '../client'
import type { Transaction } from '../transaction'

/** Ids of incidents whose figures say something else from `today` on. */
export async function incidentsDue(today: CivilDate): Promise<number[]> {
  const rows = await database().$queryRaw<{ id: number }[]>`
    select id from incident where derive_on <= ${today}::date order by id`
  return rows.map(({ id }) => id)
}

/** Locks the incident until the transaction ends; false where somebody has derived it meanwhile. */
export async function lockDue(tx: Transaction, id: number, today: CivilDate): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    select id from incident where id = ${id} and derive_on <= ${today}::date for update`
  return rows.length > 0
}
