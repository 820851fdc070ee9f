import { claimOf } from '@/lib/db/log/read-claim'
import { dropTruths, maskPlaceOf, truthsOf } from '@/lib/db/protected-fields'
import type { Transaction } from '@/lib/db/transaction'
import { type ToldTruth, toldTruth } from '@/lib/incident/mask-where'

type ClaimRow = Parameters<typeof claimOf>[0]

/**
 * Lays open what claims tell of a place that is protected no more. What was sent with its truth stands in its row
 * already; the rest gets it back, with what whoever lifts the protection does not see: for others it is the record.
 */
export async function openTold(tx: Transaction, claims: readonly ClaimRow[]): Promise<void> {
  const truths = await truthsOf<ToldTruth>(
    tx,
    'told',
    claims.map(({ id }) => id),
  )
  for (const row of claims) {
    const truth = truths.get(row.id)
    const told = toldTruth(claimOf(row))
    if (truth && told && (await isMask(tx, told))) await writeTold(tx, row.id, truth)
  }
  await dropTruths(tx, 'told', [...truths.keys()])
}

/** Whether it tells no more than a mask does: a division or a country, and no words. Which, may have changed since. */
export async function isMask(tx: Transaction, { placeId, phrase, quote }: ToldTruth): Promise<boolean> {
  if (phrase !== null || quote !== null) return false
  return placeId === null || (await maskPlaceOf(tx, placeId)).placeId === placeId
}

export async function writeTold(
  tx: Transaction,
  id: number,
  { placeId, phrase, quote }: ToldTruth,
): Promise<void> {
  await tx.claim.update({
    where: { id },
    data: { quote, value: { placeId, phrase } },
    select: { id: true },
  })
}
