import type { LogDraft } from '@/lib/incident/log-draft'
import type { Prisma } from '@/prisma/generated/client'
import type { Transaction } from '../transaction'

/** Closes the incident's open version and opens the next with what now stands. */
export async function writeVersion(
  tx: Transaction,
  incidentId: number,
  version: number,
  log: LogDraft,
): Promise<void> {
  const now = new Date()
  if (version > 1)
    await tx.incidentVersion.updateMany({
      where: { incidentId, recordedTo: null },
      data: { recordedTo: now },
    })
  await tx.incidentVersion.create({
    data: { incidentId, version, recordedFrom: now, document: log as unknown as Prisma.InputJsonObject },
    select: { version: true },
  })
}

export interface RevisionNote {
  entity: 'incident' | 'report' | 'statement' | 'actor' | 'place' | 'episode'
  entityId: number
  action: 'record' | 'change' | 'delete' | 'restore'
  version?: number
  why?: string | null
}

/** One line of memory for each changed record: who, what, why; when is the database's clock. */
export async function writeRevisions(
  tx: Transaction,
  byWhom: string,
  notes: readonly RevisionNote[],
): Promise<void> {
  await tx.revision.createMany({ data: notes.map((note) => ({ ...note, byWhom })) })
}
