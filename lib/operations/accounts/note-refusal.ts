import 'server-only'
import type { Viewer } from '@/lib/access/viewer'
import { writeAccessLog } from '@/lib/db/access-log'
import { database } from '@/lib/db/client'
import { countTry } from '@/lib/db/tries'

/** The most refusals of one account that are noted in a stretch of time: whoever could fill the log could hide in it. */
const MOST = 100
const WINDOW_S = 15 * 60

/** Notes that a member was refused what their role or token does not allow: which door, why, from where. */
export async function noteRefusal(
  viewer: Viewer,
  refused: { door: string; code: string; address: string },
): Promise<void> {
  if (viewer.kind !== 'member') return
  if ((await countTry(`refused:${viewer.id}`, WINDOW_S)).count > MOST) return
  const { door, code, address } = refused
  await writeAccessLog(database(), viewer, {
    action: 'refused',
    entity: 'door',
    entityId: door,
    why: code,
    address,
  })
}
