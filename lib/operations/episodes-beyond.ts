import type { Viewer } from '@/lib/access/viewer'
import type { Summary } from '@/lib/analysis/summary'
import type { Cell } from '@/lib/claim/cell'
import type { EpisodeFigure, Remainder } from '@/lib/claim/episode'
import { totalFigures } from '@/lib/claim/totals'
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
  const figures = episodes.flatMap((episode) => episode.figures)
  const casualties = {
    killed: totalFigures([], remaindersOf(figures, 'killed')),
    wounded: totalFigures([], remaindersOf(figures, 'wounded')),
  }
  return { count: episodes.length, casualties }
}

const remaindersOf = (figures: EpisodeFigure[], outcome: Cell['outcome']): Remainder[] =>
  figures.flatMap(({ cell, remainder }) =>
    remainder !== null && cell.outcome === outcome && isWholeOfPersons(cell) ? [remainder] : [],
  )

const isWholeOfPersons = ({ site, party, status, sexAge, unit }: Cell): boolean =>
  unit === 'persons' && [site, party, status, sexAge].every((part) => part === null)
