'use client'

import type { Figure } from '@/lib/claim/figure'
import { FigureText } from '../../_ui/figure-text'
import { useCellWords } from './figures-panel'

/** The wholes in a line, always in view while typing. */
export function FiguresLine({ figures }: { figures: Figure[] }) {
  const cellWords = useCellWords()
  const wholes = figures.filter(({ cell }) => !cell.party && !cell.site && !cell.status && !cell.sexAge)
  return (
    <p aria-live="polite" className="flex flex-wrap gap-x-4 text-sm">
      {wholes.map((figure) => (
        <span key={`${figure.cell.outcome} ${figure.cell.unit}`}>
          <span className="text-muted">{cellWords(figure.cell)}</span> <FigureText figure={figure} />
        </span>
      ))}
    </p>
  )
}
