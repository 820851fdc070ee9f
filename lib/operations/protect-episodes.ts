import { maskPastEpisode } from '@/lib/db/log/past-documents'
import { claimOf } from '@/lib/db/log/read-claim'
import { episodesTellingWhere, type TellingEpisode } from '@/lib/db/log/read-episodes'
import { dropTruths, maskPlaceOf, truthsOf, writeTruth } from '@/lib/db/protected-fields'
import type { Transaction } from '@/lib/db/transaction'
import { type MaskPlace, maskedClaim, type ToldTruth, toldTruth } from '@/lib/incident/mask-where'
import { rowKey } from '@/lib/incident/row-key'

/**
 * What the episodes of these incidents tell of where: masked while the place of any of their incidents is protected;
 * laid open with the last of these places, which are `lifted`. An incident that leaves its episode lays nothing open:
 * whoever takes it out need not be one who may see the place.
 */
export async function guardEpisodes(
  tx: Transaction,
  incidentIds: number[],
  lifted: ReadonlySet<number>,
): Promise<void> {
  for (const episode of await episodesTellingWhere(tx, incidentIds)) {
    const hidden = episode.incidents.find(({ incident }) => incident.placeProtected)
    if (hidden) await maskTold(tx, episode, await maskPlaceOf(tx, hidden.incident.placeId))
    else if (episode.incidents.some(({ incidentId }) => lifted.has(incidentId))) await openTold(tx, episode)
  }
}

async function maskTold(tx: Transaction, { id: episodeId, claims }: TellingEpisode, mask: MaskPlace) {
  const kept = await truthsOf<ToldTruth>(tx, 'told', idsOf(claims))
  let isNew = false
  for (const row of claims) {
    const claim = claimOf(row)
    const told = toldTruth(claim)
    if (!told || (await isMask(tx, told))) continue
    await writeTruth(tx, 'told', row.id, told)
    await writeTold(tx, row.id, toldTruth(maskedClaim(claim, mask)) ?? told)
    isNew ||= !kept.has(row.id)
  }
  if (isNew) await maskPastEpisode(tx, rowKey('episode', episodeId), mask)
}

/** What was sent with its truth stands in its row already; the rest gets it back. */
async function openTold(tx: Transaction, { claims }: TellingEpisode): Promise<void> {
  const truths = await truthsOf<ToldTruth>(tx, 'told', idsOf(claims))
  for (const row of claims) {
    const truth = truths.get(row.id)
    const told = toldTruth(claimOf(row))
    if (truth && told && (await isMask(tx, told))) await writeTold(tx, row.id, truth)
  }
  await dropTruths(tx, 'told', [...truths.keys()])
}

/** Whether it tells no more than a mask does: a division or a country, and no words. Which, may have changed since. */
async function isMask(tx: Transaction, { placeId, phrase, quote }: ToldTruth): Promise<boolean> {
  if (phrase !== null || quote !== null) return false
  return placeId === null || (await maskPlaceOf(tx, placeId)).placeId === placeId
}

async function writeTold(tx: Transaction, id: number, { placeId, phrase, quote }: ToldTruth): Promise<void> {
  await tx.claim.update({
    where: { id },
    data: { quote, value: { placeId, phrase } },
    select: { id: true },
  })
}

const idsOf = (claims: TellingEpisode['claims']): number[] => claims.map(({ id }) => id)
