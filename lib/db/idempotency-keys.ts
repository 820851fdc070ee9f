import 'server-only'
import type { Database, Transaction } from './transaction'

/** How long an answer is kept under its key. */
const KEPT = '24 hours'
/** Rows that one write takes out at most. */
const SWEPT = 500

export interface StoredAnswer {
  /** Method and path of the request. */
  request: string
  digest: Uint8Array
  status: number
  headers: Record<string, string>
  body: string | null
}

/** What the request that first came with this key was answered, if that was within the day. */
export async function answerOfKey(db: Database, owner: string, key: string): Promise<StoredAnswer | null> {
  const [row] = await db.$queryRaw<StoredAnswer[]>`
    select request, digest, status, headers, body from idempotency_key
    where owner = ${owner} and key = ${key} and status is not null and created_at > now() - ${KEPT}::interval`
  return row ?? null
}

/**
 * Takes the key for this transaction, after itself, if it is older than a day, and some of all that is are gone. While another transaction has it, this
 * waits for that one's end: false where it was committed.
 */
export async function takeKey(
  tx: Transaction,
  { owner, key, request, digest }: { owner: string; key: string; request: string; digest: Buffer },
): Promise<boolean> {
  await tx.$executeRaw`
    delete from idempotency_key where (owner, key) in (
      select owner, key from idempotency_key where created_at <= now() - ${KEPT}::interval
      order by created_at limit ${SWEPT} for update skip locked)`
  await tx.$executeRaw`
    delete from idempotency_key
    where owner = ${owner} and key = ${key} and created_at <= now() - ${KEPT}::interval`
  const taken = await tx.$executeRaw`
    insert into idempotency_key (owner, key, request, digest) values (${owner}, ${key}, ${request}, ${digest})
    on conflict do nothing`
  return taken > 0
}

/** Stores the answer under the key that this transaction has taken: both stand, or neither. */
export async function storeAnswer(
  tx: Transaction,
  owner: string,
  key: string,
  { status, headers, body }: Pick<StoredAnswer, 'status' | 'headers' | 'body'>,
): Promise<void> {
  await tx.idempotencyKey.update({
    where: { owner_key: { owner, key } },
    data: { status, headers, body },
    select: { key: true },
  })
}
