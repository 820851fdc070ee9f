import { maskPastEpisode } from '@/lib/db/log/past-documents'
import { claimOf } from '@/lib/db/log/read-claim'
import { episodesTellingWhere, type TellingEpisode } from '@/lib/db/log/read-episodes'
import { maskPlaceOf, truthsOf, writeTruth } from '@/lib/db/protected-fields'
import type { Transaction } from '@/lib/db/transaction'
import { type MaskPlace, maskedClaim, type ToldTruth, toldTruth } from '@/lib/incident/mask-where'
import { rowKey } from '@/lib/incident/row-key'
import { isMask, openTold, writeTold } from './protect-told'

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
    else if (episode.incidents.some(({ incidentId }) => lifted.has(incidentId)))
      await openTold(tx, episode.claims)
  }
}

async function maskTold(tx: Transaction, { id: episodeId, claims }: TellingEpisode, mask: MaskPlace) {
  const kept = await truthsOf<ToldTruth>(
    tx,
    'told',
    claims.map(({ id }) => id),
  )
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
