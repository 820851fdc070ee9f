import type { Column } from './filled'

/** The numbers that any of the columns holds. `new Set(column)` goes by an iterator, and takes twice as long. */
export function numbersIn(columns: readonly Column[]): Set<number> {
  const found = new Set<number>()
  for (const column of columns) for (let i = 0; i < column.length; i++) found.add(column[i] as number)
  return found
}
