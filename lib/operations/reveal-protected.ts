import 'server-only'
import { z } from 'zod'
import { mayReveal } from '@/lib/access/questions'
import type { Viewer } from '@/lib/access/viewer'
import type { NamesByLanguage } from '@/lib/analysis/summary'
import { writeAccessLog } from '@/lib/db/access-log'
import { findVisibleId } from '@/lib/db/log/find-incident'
import { readLog, seenBy } from '@/lib/db/log/read-log'
import { readTruths } from '@/lib/db/log/read-truths'
import { actorNames, namedPlaces } from '@/lib/db/names'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import type { LogDraft } from '@/lib/incident/log-draft'
import { holdsTruth, type Truths, unmasked } from '@/lib/incident/unmask'
import { Refusal } from '@/lib/problem'
import { cleanText } from '@/lib/text/clean-text'
import { unknownIncident } from './review/locked-incident'

const SHORTEST_REASON = 10

/** Why somebody needs to see what is protected: kept, so it must say something. */
export const revealReason = z.strictObject({
  why: cleanText({ max: 500, required: true }).refine((why) => [...why].length >= SHORTEST_REASON, {
    error: 'reason-short',
  }),
})

export type Reason = z.output<typeof revealReason> & {
  /** Network address that asks. */
  address: string | null
}

/** What is protected of an incident, as the viewer sees it, with the names behind ids. */
export interface Revealed {
  log: LogDraft
  /** False where nothing is protected: then nothing was shown either. */
  any: boolean
  actors: Record<number, NamesByLanguage>
  places: Record<number, NamesByLanguage>
}

/**
 * The incident with what is protected of it, as a log to read or to edit; who was shown it and why stands in the access
 * log, in the same transaction. Only of what the viewer may see otherwise. Refuses with `forbidden`, `not-found`.
 */
export async function revealProtected(viewer: Viewer, code: string, reason: Reason): Promise<Revealed> {
  if (!mayReveal(viewer)) throw new Refusal('forbidden', [{ path: [], code: 'may-not-reveal' }])
  return await inTransaction(async (tx) => {
    const id = await findVisibleId(tx, viewer, code)
    const read = id === null ? null : await readLog(tx, id, { withText: true })
    if (id === null || !read) throw unknownIncident(code)
    const seen = await seenBy(tx, viewer, read)
    const truths = await readTruths(tx, id, seen)
    const any = holdsTruth(truths)
    const { why, address } = reason
    if (any)
      await writeAccessLog(tx, viewer, { action: 'reveal', entity: 'incident', entityId: code, why, address })
    return { log: unmasked(seen, truths), any, ...(await namesBehind(tx, truths)) }
  })
}

async function namesBehind(
  tx: Transaction,
  { where, sites, statements, told }: Truths,
): Promise<Pick<Revealed, 'actors' | 'places'>> {
  const placeIds = [where, ...sites.values(), ...told.values()].flatMap((truth) => truth?.placeId ?? [])
  const actors = await actorNames(
    tx,
    [...statements.values()].flatMap(({ actorId }) => actorId ?? []),
  )
  const places = await namedPlaces(tx, placeIds)
  return {
    actors: Object.fromEntries(actors),
    places: Object.fromEntries([...places].map(([id, { names }]) => [id, names])),
  }
}
