import { draftOwner, type Viewer } from '@/lib/access/viewer'
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
    where: { owner: draftOwner(viewer), closedAt: null },
    orderBy: { updatedAt: 'desc' },
    take: most,
    select: columns,
  })
}

/** One of the viewer's drafts, closed ones included: discarded, or recorded as the incidents of these codes. */
export function findDraft(
  viewer: Viewer,
  id: string,
): Promise<(StoredDraft & { closedAt: Date | null; recordedAs: string[] }) | null> {
  return database().draft.findFirst({
    where: { id, owner: draftOwner(viewer) },
    select: { ...columns, closedAt: true, recordedAs: true },
  })
}

/**
 * Saves the document over `version`, or as a new draft where `version` is null. Gives the new version, or null where
 * the stored draft is not of that version or closed. One statement: two tabs saving at once cannot both win.
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
          insert into draft (id, owner, document) values (${id}::uuid, ${draftOwner(viewer)}, ${json}::jsonb)
          on conflict (id) do nothing returning version`
      : await database().$queryRaw<{ version: number }[]>`
          update draft set document = ${json}::jsonb, version = version + 1, updated_at = now()
          where id = ${id}::uuid and owner = ${draftOwner(viewer)} and version = ${version} and closed_at is null
          returning version`
  return rows[0]?.version ?? null
}

/** Discards a draft or brings it back; false where the viewer has none of this id, or it was recorded. */
export async function setDraftClosed(viewer: Viewer, id: string, closed: boolean): Promise<boolean> {
  const { count } = await database().draft.updateMany({
    where: { id, owner: draftOwner(viewer), recordedAs: { isEmpty: true } },
    data: { closedAt: closed ? new Date() : null },
  })
  return count > 0
}

/**
 * Locks the draft that a log was typed in until the transaction ends, made here where it was never saved, so that of
 * two who record it the second waits for the first. Gives the codes it was recorded as; null where it is another's.
 */
export async function lockDraft(tx: Transaction, viewer: Viewer, id: string): Promise<string[] | null> {
  await tx.$executeRaw`
    insert into draft (id, owner, document) values (${id}::uuid, ${draftOwner(viewer)}, '{}') on conflict (id) do nothing`
  const [row] = await tx.$queryRaw<{ codes: string[] }[]>`
    select recorded_as as codes from draft where id = ${id}::uuid and owner = ${draftOwner(viewer)} for update`
  return row?.codes ?? null
}

/**
 * Closes a locked draft for good: it has become the incidents of these codes. What it held goes, since it holds in plain
 * words what these mask.
 */
export async function closeDraft(tx: Transaction, id: string, codes: string[]): Promise<void> {
  await tx.draft.update({
    where: { id },
    data: { closedAt: new Date(), recordedAs: codes, document: {} },
    select: { id: true },
  })
}
