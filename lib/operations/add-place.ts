import { randomUUID } from 'node:crypto'
import { mayRecord } from '@/lib/access/questions'
import { accountOf, type Viewer } from '@/lib/access/viewer'
import { writeRevisions } from '@/lib/db/log/version-rows'
import { seenPlaceIds } from '@/lib/db/seen-registry'
import { inTransaction } from '@/lib/db/transaction'
import type { PlaceDraft } from '@/lib/place/draft'
import { Refusal } from '@/lib/problem'
import { nameRows } from './add-actor'

/** Adds a place below its parent; gives its id. Refuses with `forbidden`, or `invalid` where the parent is unknown. */
export function addPlace(viewer: Viewer, { names, kind, parentId, point }: PlaceDraft): Promise<number> {
  if (!mayRecord(viewer)) throw new Refusal('forbidden', [{ path: [], code: 'may-not-record' }])
  return inTransaction(async (tx) => {
    const [known] = await seenPlaceIds(tx, viewer, [parentId])
    const parent = await tx.place.findUnique({
      where: { id: known ?? 0 },
      select: { country: true, path: true },
    })
    if (!parent) {
      throw new Refusal('invalid', [{ path: ['parentId'], code: 'parent-unknown', params: { id: parentId } }])
    }
    const { id } = await tx.place.create({
      data: {
        key: `own:${randomUUID()}`,
        kind,
        country: parent.country,
        parentId,
        lat: point?.lat ?? null,
        lon: point?.lon ?? null,
        names: { create: nameRows(names) },
        createdBy: accountOf(viewer),
      },
      select: { id: true },
    })
    await tx.place.update({ where: { id }, data: { path: [...parent.path, id] }, select: { id: true } })
    await writeRevisions(tx, viewer, [{ entity: 'place', entityId: id, action: 'record' }])
    return id
  })
}
