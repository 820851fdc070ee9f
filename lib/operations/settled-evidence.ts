import { isOfTeam } from '@/lib/access/questions'
import { mayChange } from '@/lib/access/review'
import type { Viewer } from '@/lib/access/viewer'
import { type Hanger, incidentsOn } from '@/lib/db/evidence-rows'
import { storedById } from '@/lib/db/log/incident-rows'
import type { Transaction } from '@/lib/db/transaction'
import { Refusal } from '@/lib/problem'

/**
 * Refuses with `forbidden` somebody outside the team where what the file hangs on is part of an incident that they may
 * not change: a picture of theirs would stand on what others wrote or vouched for.
 */
export async function refuseSettledEvidence(tx: Transaction, viewer: Viewer, hanger: Hanger): Promise<void> {
  if (isOfTeam(viewer)) return
  const incidents = await storedById(tx, await incidentsOn(tx, hanger))
  if (incidents.every((incident) => mayChange(viewer, incident))) return
  // Without a code: it may be one that the viewer knows nothing of.
  throw new Refusal('forbidden', [{ path: [], code: 'shared-settled' }])
}
