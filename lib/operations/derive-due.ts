import 'server-only'
import { today } from '@/lib/db/log/dates'
import { dropFigures } from '@/lib/db/log/figure-rows'
import { incidentsDue, lockDue } from '@/lib/db/log/incidents-due'
import { readLog } from '@/lib/db/log/read-log'
import { inTransaction } from '@/lib/db/transaction'
import { deriveFacts } from './record-incident'

/**
 * Derives anew the figures of incidents of which an embargo has passed since. Each in a transaction of its own, which
 * looks again once it holds the incident: several instances may do so at once, and one that was cut short goes on. Says
 * nothing new of the incident, so that it has no new version. Gives how many it derived.
 */
export async function deriveDue(): Promise<number> {
  const due = await incidentsDue(today())
  let derived = 0
  for (const id of due) {
    derived += await inTransaction(async (tx) => {
      if (!(await lockDue(tx, id, today()))) return 0
      const read = await readLog(tx, id, { withText: false })
      if (!read) return 0
      await dropFigures(tx, { id, isNew: false })
      await deriveFacts(tx, read)
      return 1
    })
  }
  return derived
}
