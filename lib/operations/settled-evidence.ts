import { isOfTeam } from '@/lib/access/questions'
import { mayChange } from '@/lib/access/review'
import type { Viewer } from '@/lib/access/viewer'
import { type Hanger, incidentsOn } from '@/lib/db/evidence-rows'
import { lockIncidents, type StoredIncident, storedById } from '@/lib/db/log/incident-rows'
import { writeRevisions } from '@/lib/db/log/version-rows'
import { standAt } from '@/lib/db/review-rows'
import type { Transaction } from '@/lib/db/transaction'
import { afterChange, isVouchedFor } from '@/lib/incident/review'
import { Refusal } from '@/lib/problem'
import { keepVersion } from './review/locked-incident'

/** Whether readers are shown a file before and after something is done with it. */
export interface ShownToReaders {
  before: boolean
  after: boolean
}

/**
 * What readers are shown of a file belongs to what was vouched for, so that giving it to them or taking it away counts as
 * a change of each incident that it stands on. Refuses with `forbidden` who may not change one of these: outside the team
 * whatever they do with a file, of the team to give it to readers. To take it away is for all of the team: it may endanger
 * somebody now.
 */
export async function settleEvidence(
  tx: Transaction,
  viewer: Viewer,
  hanger: Hanger,
  { before, after }: ShownToReaders,
): Promise<void> {
  if (isOfTeam(viewer) && before === after) return
  const ids = await incidentsOn(tx, hanger)
  await lockIncidents(tx, viewer, [], new Set(ids))
  const incidents = await storedById(tx, ids)
  const isAsked = after || !isOfTeam(viewer)
  // Without a code: it may be one that the viewer knows nothing of.
  if (isAsked && !incidents.every((incident) => mayChange(viewer, incident)))
    throw new Refusal('forbidden', [{ path: [], code: 'shared-settled' }])
  if (before === after) return
  for (const incident of incidents.filter(isVouchedFor)) await countAsChanged(tx, viewer, incident)
}

async function countAsChanged(tx: Transaction, viewer: Viewer, incident: StoredIncident): Promise<void> {
  const version = await standAt(tx, incident, afterChange(incident))
  await keepVersion(tx, incident.id, version)
  await writeRevisions(tx, viewer, [{ entity: 'incident', entityId: incident.id, action: 'change', version }])
}
