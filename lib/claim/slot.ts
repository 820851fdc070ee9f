/**
 * Where a number sits, whatever it counts: the rules see people and equipment alike.
 * Within a group (an outcome and unit) each part narrows; null means "not said".
 */
export interface Slot {
  key: string
  group: string
  parts: readonly (string | null)[]
}

/** How the values of one dimension stand to each other. */
export interface Lattice {
  /** Whether everyone under `part` is also under `whole`, for two different values. */
  includes(dimension: number, whole: string, part: string): boolean
  /** Whether nobody can be under both of two different values. */
  exclusive(dimension: number, a: string, b: string): boolean
}

export function slotOf(group: string, parts: readonly (string | null)[]): Slot {
  let key = group
  for (const part of parts) key += part === null ? '\u0000\u0001' : `\u0000${part}`
  return { key, group, parts }
}

/** Whether `part` is a true part of `whole`: it says all that the whole says, and more. */
export function isPart(lattice: Lattice, whole: Slot, part: Slot): boolean {
  if (whole.group !== part.group || whole.key === part.key) return false
  return whole.parts.every((said, dimension) => {
    const other = part.parts[dimension] ?? null
    return said === null || said === other || (other !== null && lattice.includes(dimension, said, other))
  })
}

/** Whether nobody can be counted in both: some dimension is said in both, with values that exclude one another. */
export function areDisjoint(lattice: Lattice, a: Slot, b: Slot): boolean {
  return a.parts.some((said, dimension) => {
    const other = b.parts[dimension] ?? null
    return said !== null && other !== null && said !== other && lattice.exclusive(dimension, said, other)
  })
}
