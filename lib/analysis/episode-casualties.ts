import type { Cell } from '@/lib/claim/cell'
import type { EpisodeFigure, Remainder } from '@/lib/claim/episode'
import { totalFigures } from '@/lib/claim/totals'
import type { Casualties } from './summary'

/** What figures of episodes add beyond each incident's own (rule 6): of persons, of whole episodes. */
export const casualtiesBeyond = (figures: readonly EpisodeFigure[]): Casualties => ({
  killed: totalFigures([], remaindersOf(figures, 'killed')),
  wounded: totalFigures([], remaindersOf(figures, 'wounded')),
})

const remaindersOf = (figures: readonly EpisodeFigure[], outcome: Cell['outcome']): Remainder[] =>
  figures.flatMap(({ cell, remainder }) =>
    remainder !== null && cell.outcome === outcome && isWholeOfPersons(cell) ? [remainder] : [],
  )

const isWholeOfPersons = ({ site, party, status, sexAge, unit }: Cell): boolean =>
  unit === 'persons' && [site, party, status, sexAge].every((part) => part === null)
