import { filled } from '@/lib/analysis/facts/filled'
import { placesOf } from '@/lib/analysis/facts/places-of'
import { Prisma } from '@/prisma/generated/client'

/** What belongs to the incidents of `rows` (their ids), as lists by row: read whole, and what is of no row left out. */
interface Listed {
  offset: Uint32Array
  /** Places in what was read, in the order of the lists. */
  order: Uint32Array
}

/** Of so few each is looked up by itself; of more the whole table is read, and what belongs to others left out. */
const FEW = 5_000

/** That a column names one of these ids, where that makes reading less. */
export const belongsTo = (column: string, ids: Uint32Array | Int32Array): Prisma.Sql =>
  ids.length > FEW ? Prisma.sql`true` : Prisma.sql`${Prisma.raw(column)} = any(${[...ids]}::int[])`

/** By ids of the table that is read whole; of few, which are looked up, there is nothing to cut into ranges. */
export const byIdOf = (
  ids: Uint32Array | Int32Array,
  id: { table: string; alias: string; column: string },
) => (ids.length > FEW ? id : null)

/** Several lists are of the same rows. */
const known = new WeakMap<Uint32Array, (id: number) => number>()

function rowsById(rows: Uint32Array): (id: number) => number {
  const found = known.get(rows) ?? placesOf(rows)
  known.set(rows, found)
  return found
}

/** By row, then by position and id, as the lists of an incident are shown. */
export function listed(
  rows: Uint32Array,
  { id, incident, position }: { id: Int32Array; incident: Int32Array; position: Int32Array },
): Listed {
  const rowOf = rowsById(rows)
  const row = filled(new Int32Array(incident.length), (i) => rowOf(incident[i] as number))
  const offset = new Uint32Array(rows.length + 1)
  for (const at of row) if (at >= 0) offset[at + 1] = (offset[at + 1] as number) + 1
  for (let i = 0; i < rows.length; i++) offset[i + 1] = (offset[i + 1] as number) + (offset[i] as number)
  const next = offset.slice(0, rows.length)
  const order = new Uint32Array(offset[rows.length] as number)
  const before = (a: number, b: number) =>
    (position[a] as number) - (position[b] as number) || (id[a] as number) - (id[b] as number)
  for (let i = 0; i < row.length; i++) {
    const at = row[i] as number
    if (at < 0) continue
    const to = next[at] as number
    insert(order, offset[at] as number, to, i, before)
    next[at] = to + 1
  }
  return { offset, order }
}

/** Puts `one` among `list[from … to - 1]`, which stand in order: lists of an incident are short. */
function insert(
  list: Uint32Array,
  from: number,
  to: number,
  one: number,
  before: (a: number, b: number) => number,
): void {
  let at = to
  for (; at > from && before(one, list[at - 1] as number) < 0; at--) list[at] = list[at - 1] as number
  list[at] = one
}
