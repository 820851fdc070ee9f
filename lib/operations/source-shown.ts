import type { Viewer } from '@/lib/access/viewer'
import { readLog, seenBy } from '@/lib/db/log/read-log'
import type { Database } from '@/lib/db/transaction'
import type { LogDraft } from '@/lib/incident/log-draft'

/*
 * The raw row that an incident was imported from says all that its dataset knew: the exact point, every count. No column
 * of it can be masked with certainty, so it is shown whole or not at all.
 */

/** May the raw row be shown beside the incident as `seen`, of which there is `all`? */
export const showsSource = (
  { placeProtected }: { placeProtected: boolean },
  seen: LogDraft,
  all: LogDraft,
): boolean => !placeProtected && !isNarrower(seen, all)

/** The same, for who has not read the incident as it stands. */
export async function maySeeSource(
  db: Database,
  viewer: Viewer,
  row: { id: number; placeProtected: boolean },
): Promise<boolean> {
  const read = row.placeProtected ? null : await readLog(db, row.id, { withText: false })
  return read !== null && showsSource(row, await seenBy(db, viewer, read), read.log)
}

/** Whether somebody is shown less than there is of what figures rest on. */
export const isNarrower = (seen: LogDraft, all: LogDraft): boolean =>
  claimsOf(seen).length < claimsOf(all).length || seen.reports.length < all.reports.length

const claimsOf = ({ incidents, episodes }: LogDraft) =>
  [...incidents, ...episodes].flatMap(({ claims }) => claims)
