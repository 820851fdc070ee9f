import { saveClaims } from '@/lib/db/log/claim-rows'
import { type Ids, idOf } from '@/lib/db/log/report-rows'
import type { Transaction } from '@/lib/db/transaction'
import type { LogDraft } from '@/lib/incident/log-draft'

const none: Ids = new Map()

/** Writes the log's episodes: which incidents a claim speaks of together, and those claims. */
export async function recordEpisodes(
  tx: Transaction,
  episodes: LogDraft['episodes'],
  names: { reports: Ids; statements: Ids; incidents: Ids },
): Promise<void> {
  for (const { title, incidents, claims } of episodes) {
    const { id } = await tx.episode.create({
      data: { titleAr: title.ar, titleEn: title.en },
      select: { id: true },
    })
    await tx.episodeIncident.createMany({
      data: [...new Set(incidents)].map((key) => ({ episodeId: id, incidentId: idOf(names.incidents, key) })),
    })
    await saveClaims(tx, { episodeId: id }, claims, { ...names, sites: none, parties: none, isNew: true })
  }
}
