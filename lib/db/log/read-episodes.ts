import type { LogDraft } from '@/lib/incident/log-draft'
import { rowKey } from '@/lib/incident/row-key'
import type { Database, Transaction } from '../transaction'
import { claimOf } from './read-claim'

/** Episodes that any of the incidents of these codes is of, with all claims and incidents. */
export function episodesOf(tx: Database, codes: string[]) {
  return tx.episode.findMany({
    where: { incidents: { some: { incident: { code: { in: codes } } } } },
    include: {
      claims: { orderBy: { position: 'asc' } },
      incidents: {
        include: { incident: { select: { id: true, code: true, deletedAt: true } } },
        orderBy: { incidentId: 'asc' },
      },
    },
    orderBy: { id: 'asc' },
  })
}

/** Episodes of these incidents with their claims of where, if they have any, and with what protects these: their incidents' places. */
export function episodesTellingWhere(tx: Transaction, incidentIds: number[]) {
  return tx.episode.findMany({
    where: {
      incidents: { some: { incidentId: { in: incidentIds } } },
      claims: { some: { subject: 'where' } },
    },
    select: {
      id: true,
      claims: { where: { subject: 'where' }, orderBy: { id: 'asc' } },
      incidents: {
        select: { incidentId: true, incident: { select: { placeId: true, placeProtected: true } } },
        orderBy: { incidentId: 'asc' },
      },
    },
    orderBy: { id: 'asc' },
  })
}

export type TellingEpisode = Awaited<ReturnType<typeof episodesTellingWhere>>[number]

/** The episode that has these incidents and no others; of several the oldest. */
export function episodeOfExactly(tx: Transaction, incidentIds: number[]) {
  return tx.episode.findFirst({
    where: {
      incidents: { every: { incidentId: { in: incidentIds } } },
      AND: incidentIds.map((incidentId) => ({ incidents: { some: { incidentId } } })),
    },
    select: { id: true, titleAr: true, titleEn: true },
    orderBy: { id: 'asc' },
  })
}

export type EpisodeRow = NonNullable<Awaited<ReturnType<typeof episodeOfExactly>>>

export type StoredEpisode = Awaited<ReturnType<typeof episodesOf>>[number]

/** A stored episode as its draft; `keyOf` names its incidents. */
export function episodeDraft(
  { id, titleAr, titleEn, incidents, claims }: StoredEpisode,
  keyOf: (incident: StoredEpisode['incidents'][number]['incident']) => string,
): LogDraft['episodes'][number] {
  return {
    key: rowKey('episode', id),
    title: { ar: titleAr, en: titleEn },
    incidents: incidents.map(({ incident }) => keyOf(incident)),
    claims: claims.map(claimOf),
  }
}
