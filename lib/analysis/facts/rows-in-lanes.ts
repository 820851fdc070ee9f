/** Which rows are drawn, and in which lanes. Arrays, not a function: it is asked of a million rows at each step. */
export interface RowsInLanes {
  /** What each row fails; one that fails any of `heeded` is not drawn. */
  fails: Uint16Array
  heeded: number
  /** The sort of each row, and the class of each sort: those of one class are in the same lanes. */
  ofRow: ArrayLike<number>
  classOf: Uint8Array
  /** By class its lanes, a bit each: several, where a row has several actors. Those of class 0 are not drawn. */
  sets: readonly number[]
}

/** The classes of sorts whose lanes are given, a bit each; 0 for such as are not drawn. */
export function classesOf(lanesOfSort: ArrayLike<number>): Pick<RowsInLanes, 'classOf' | 'sets'> {
  const sets = [0]
  const classOf = Uint8Array.from(lanesOfSort, (set) => {
    const known = sets.indexOf(set)
    return known >= 0 ? known : sets.push(set) - 1
  })
  return { classOf, sets }
}

/** The class of a row; 0 where it is not drawn. */
export const classAt = ({ fails, heeded, ofRow, classOf }: RowsInLanes, row: number): number =>
  (fails[row] as number) & heeded ? 0 : (classOf[ofRow[row] as number] as number)

/** The place of the lowest bit that is set. */
export const lowest = (set: number): number => 31 - Math.clz32(set & -set)
