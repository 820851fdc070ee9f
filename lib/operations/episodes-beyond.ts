import type { Viewer } from '@/lib/access/viewer'
import { casualtiesBeyond } from '@/lib/analysis/episode-casualties'
import type { Summary } from '@/lib/analysis/summary'
import { readEpisodes } from '@/lib/db/episodes'
import { episodesWithin, type Scope } from '@/lib/db/summary-scope'
import type { Database } from '@/lib/db/transaction'

/**
 * What claims about several incidents add beyond each one's own figure (rule 6), of the episodes all of whose incidents
 * the scope counts: of an episode only half in view nobody knows how much is in view.
 */
export async function episodesBeyond(
  db: Database,
  viewer: Viewer,
  scope: Pick<Scope, 'from' | 'where'>,
): Promise<Summary['episodes']> {
  const episodes = await readEpisodes(db, viewer, await episodesWithin(db, scope))
  return { count: episodes.length, casualties: casualtiesBeyond(episodes.flatMap(({ figures }) => figures)) }
}
