import 'server-only'
import { z } from 'zod'
import { isOfTeam, mayRecord } from '@/lib/access/questions'
import type { Viewer } from '@/lib/access/viewer'
import { today } from '@/lib/db/log/dates'
import { findVisibleId } from '@/lib/db/log/find-incident'
import { readLog, seenBy } from '@/lib/db/log/read-log'
import { inTransaction } from '@/lib/db/transaction'
import { redactedCopy } from '@/lib/incident/redacted-copy'
import { Refusal } from '@/lib/problem'
import { recordLog } from './record-log'
import { unknownIncident } from './review/locked-incident'

export const copyChoices = z.strictObject({ quotes: z.boolean().default(false) })
export type CopyChoices = z.output<typeof copyChoices>

/**
 * Records a copy of the incident for sharing: a new one with a code of its own, a draft, that has nothing protected and
 * nothing that is not for everybody, and no link to the original, which stays as it is. Gives its code. Refuses with
 * `forbidden`, `not-found`; with `invalid` where nothing would be left to rest on.
 */
export async function redactIncident(
  viewer: Viewer,
  code: string,
  choices: CopyChoices,
): Promise<{ code: string }> {
  if (!mayRecord(viewer) || !isOfTeam(viewer))
    throw new Refusal('forbidden', [{ path: [], code: 'may-not-record' }])
  const log = await inTransaction(async (tx) => {
    const id = await findVisibleId(tx, viewer, code)
    const read = id === null ? null : await readLog(tx, id, { withText: false })
    if (!read) throw unknownIncident(code)
    return redactedCopy(await seenBy(tx, viewer, read), choices, today())
  })
  if (log.reports.length === 0) throw new Refusal('invalid', [{ path: [], code: 'copy-nothing' }])
  const [copy] = await recordLog(viewer, log)
  if (!copy) throw new Error('a copy was recorded without an incident')
  return { code: copy.code }
}
