import { randomUUID } from 'node:crypto'
import { mayRecord } from '@/lib/access/questions'
import { accountOf, type Viewer } from '@/lib/access/viewer'
import type { ActorDraft } from '@/lib/actor/draft'
import { writeRevisions } from '@/lib/db/log/version-rows'
import { seenActorIds } from '@/lib/db/seen-registry'
import { inTransaction } from '@/lib/db/transaction'
import { Refusal } from '@/lib/problem'
import { fold } from '@/lib/text/fold'

/** Adds an actor with its names; gives its id. Refuses with `forbidden`, or `invalid` where `partOf` is unknown. */
export function addActor(viewer: Viewer, { names, kind, country, partOf }: ActorDraft): Promise<number> {
  if (!mayRecord(viewer)) throw new Refusal('forbidden', [{ path: [], code: 'may-not-record' }])
  return inTransaction(async (tx) => {
    if (partOf !== null && (await seenActorIds(tx, viewer, [partOf])).length === 0) {
      throw new Refusal('invalid', [{ path: ['partOf'], code: 'parent-unknown', params: { id: partOf } }])
    }
    const { id } = await tx.actor.create({
      data: {
        key: `own:${randomUUID()}`,
        kind,
        country,
        names: { create: nameRows(names) },
        createdBy: accountOf(viewer),
        relations: partOf === null ? {} : { create: { otherId: partOf, kind: 'part-of' } },
      },
      select: { id: true },
    })
    await writeRevisions(tx, viewer, [{ entity: 'actor', entityId: id, action: 'record' }])
    return id
  })
}

/** Names by language as rows of the look-up, folded. */
export function nameRows(names: { ar: string | null; en: string | null }) {
  return (['ar', 'en'] as const).flatMap((lang) => {
    const name = names[lang]
    return name ? [{ lang, name, folded: fold(name) }] : []
  })
}
