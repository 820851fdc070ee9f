import { accountOf, type Viewer } from '@/lib/access/viewer'
import type { LogDraft } from '@/lib/incident/log-draft'
import type { ReviewStep } from '@/lib/incident/review'
import type { Transaction } from '../transaction'

/**
 * Closes the incident's open version and opens the next with what now stands, by the database's clock. A clock can be
 * set back: a version ends at the earliest when it began, and the next begins when it ends.
 */
export async function writeVersion(
  tx: Transaction,
  incidentId: number,
  version: number,
  log: LogDraft,
): Promise<void> {
  await tx.$executeRaw`
    update incident_version set recorded_to = greatest(now(), recorded_from)
    where incident_id = ${incidentId} and recorded_to is null`
  await tx.$executeRaw`
    insert into incident_version (incident_id, version, recorded_from, document)
    select ${incidentId}, ${version}, coalesce(max(recorded_to), now()), ${JSON.stringify(log)}::jsonb
    from incident_version where incident_id = ${incidentId}`
}

type RevisionAction =
  | 'record'
  | 'change'
  | 'delete'
  | 'restore'
  | ReviewStep
  | 'undo'
  | 'left-disputed'
  | 'dispute-reopened'
  | 'resolve'

export interface RevisionNote {
  entity:
    | 'incident'
    | 'report'
    | 'statement'
    | 'actor'
    | 'place'
    | 'episode'
    | 'evidence'
    | 'comment'
    | 'conflict-set'
  entityId: number
  action: RevisionAction
  version?: number
  why?: string | null
}

/** One line of memory for each changed record: who, what, why; when is the database's clock. */
export async function writeRevisions(
  tx: Transaction,
  viewer: Viewer,
  notes: readonly RevisionNote[],
): Promise<void> {
  await tx.revision.createMany({
    data: notes.map((note) => ({ ...note, byWhom: viewer.name, byUser: accountOf(viewer) })),
  })
}
