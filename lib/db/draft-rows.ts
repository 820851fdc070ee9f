import type { Viewer } from '@/lib/access/viewer'
import type { Prisma } from '@/prisma/generated/client'
import { database } from './client'
import type { Transaction } from './transaction'

export interface StoredDraft {
  id: string
  document: Prisma.JsonValue
  version: number
  updatedAt: Date
}

const columns = { id: true, document: true, version: true, updatedAt: true } as const

/** The viewer's open drafts, the last saved first. */
export function openDrafts(viewer: Viewer, most: number): Promise<StoredDraft[]> {
  return database().draft.findMany({
    where: { owner: viewer.name, closedAt: null },
    orderBy: { updatedAt: 'desc' },
    take: most,
    select: columns,
  })
}

/** One of the viewer's drafts, closed ones included so that they can be brought back. */
export function findDraft(
  viewer: Viewer,
  id: string,
): Promise<(StoredDraft & { closedAt: Date | null }) | null> {
  return database().draft.findFirst({
    where: { id, owner: viewer.name },
    select: { ...columns, closedAt: true },
  })
}

/**
 * Saves the document over `version`, or as a new draft where `version` is null. Gives the new version, or null where
 * the stored draft is not of that version. One statement: two tabs saving at once cannot both win.
 */
export async function saveDraftRow(
  viewer: Viewer,
  id: string,
  document: object,
  version: number | null,
): Promise<number | null> {
  const json = JSON.stringify(document)
  const rows =
    version === null
      ? await database().$queryRaw<{ version: number }[]>`
          insert into draft (id, owner, document) values (${id}::uuid, ${viewer.name}, ${json}::jsonb)
          on conflict (id) do nothing returning version`
      : await database().$queryRaw<{ version: number }[]>`
          update draft set document = ${json}::jsonb, version = version + 1, updated_at = now(), closed_at = null
          where id = ${id}::uuid and owner = ${viewer.name} and version = ${version} returning version`
  return rows[0]?.version ?? null
}

/** Closes or reopens a draft; false where the viewer has none of this id. */
export async function setDraftClosed(viewer: Viewer, id: string, closed: boolean): Promise<boolean> {
  const { count } = await database().draft.updateMany({
    where: { id, owner: viewer.name },
    data: { closedAt: closed ? new Date() : null },
  })
  return count > 0
}

/** Closes the draft that a log was typed in, in the transaction that records it. */
export async function closeDraft(tx: Transaction, viewer: Viewer, id: string): Promise<void> {
  await tx.draft.updateMany({ where: { id, owner: viewer.name }, data: { closedAt: new Date() } })
}
