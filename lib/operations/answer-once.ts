import 'server-only'
import { createHash } from 'node:crypto'
import { mayRecord } from '@/lib/access/questions'
import { accountOf, type Viewer } from '@/lib/access/viewer'
import { database } from '@/lib/db/client'
import { answerOfKey, type StoredAnswer, storeAnswer, takeKey } from '@/lib/db/idempotency-keys'
import { asOneTransaction } from '@/lib/db/transaction'
import { Refusal } from '@/lib/problem'

/** What a write is answered: kept as it stands, so that it can be given again to the byte. */
export interface WriteAnswer {
  status: number
  headers: Record<string, string>
  body: string | null
}

/** A write that may come several times and shall be done once. */
export interface KeyedWrite {
  /** The Idempotency-Key; null: it came without, and is done each time. */
  key: string | null
  /** Method and path. */
  request: string
  /** All else that makes it this request: the body's value, the precondition. */
  content: string
}

/** What is checked before a write, outside its transaction; gives the write itself. */
export type Prepared = () => Promise<() => Promise<WriteAnswer>>

/**
 * Does a write once for its key within a day, and gives the same answer each time. The answer is stored in the
 * transaction of the write, so that a crash leaves both or neither; of several at once, one writes and the others wait
 * for it. Refusals are not stored: they changed nothing, and the next try may fare better. Refuses with `key-reused`
 * what comes with the key of another request.
 */
export async function answerOnce(
  viewer: Viewer,
  write: KeyedWrite,
  prepare: Prepared,
): Promise<WriteAnswer & { isReplayed: boolean }> {
  const owner = accountOf(viewer)
  if (!mayRecord(viewer)) throw new Refusal('forbidden', [{ path: [], code: 'may-not-record' }])
  if (write.key === null || owner === null) {
    const doIt = await prepare()
    return { ...(await doIt()), isReplayed: false }
  }
  const keyed = { owner, key: write.key, request: write.request, digest: digestOf(write) }
  const earlier = await replay(keyed)
  if (earlier) return earlier
  try {
    const doIt = await prepare()
    return await firstTime(keyed, doIt)
  } catch (error) {
    // The same request may have been done while this one was looked at: what it did must not refuse its own repetition.
    const done = error instanceof Refusal && error.kind !== 'key-reused' ? await replay(keyed) : null
    if (done) return done
    throw error
  }
}

interface Keyed {
  owner: string
  key: string
  request: string
  digest: Buffer
}

const digestOf = ({ request, content }: KeyedWrite): Buffer =>
  createHash('sha256').update(request).update('\0').update(content).digest()

function firstTime(keyed: Keyed, doIt: () => Promise<WriteAnswer>) {
  return asOneTransaction(async (tx) => {
    if (!(await takeKey(tx, keyed))) {
      const done = replayOf(keyed, await answerOfKey(tx, keyed.owner, keyed.key))
      if (done) return done
    }
    const answer = await doIt()
    await storeAnswer(tx, keyed.owner, keyed.key, answer)
    return { ...answer, isReplayed: false }
  })
}

const replay = async (keyed: Keyed) => replayOf(keyed, await answerOfKey(database(), keyed.owner, keyed.key))

function replayOf({ request, digest }: Keyed, stored: StoredAnswer | null) {
  if (stored === null) return null
  if (stored.request !== request || !digest.equals(stored.digest))
    throw new Refusal('key-reused', [{ path: ['idempotency-key'], code: 'idempotency-key-reused' }])
  const { status, headers, body } = stored
  return { status, headers, body, isReplayed: true }
}
