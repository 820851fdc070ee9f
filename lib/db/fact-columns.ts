import { endianness } from 'node:os'
import { NO_NUMBER } from '@/lib/analysis/facts/facts'
import type { Column } from '@/lib/analysis/facts/filled'
import { Prisma } from '@/prisma/generated/client'
import type { Database } from './transaction'

/** Numbers by the name of their column; those of one row stand at one place. */
type Columns<Name extends string> = Record<Name, Int32Array>

/** Of which rows columns are read. */
interface Source {
  from: Prisma.Sql
  where: Prisma.Sql
  /** The id by which they are read in pieces, as a column of the table that has it; null where they are few. */
  id: { table: string; alias: string; column: string } | null
}

/** So many ids are read at once: what one row of an answer may hold is bounded. */
const PIECE = 4_000_000

/**
 * Expressions that are whole numbers of 32 bits and never null, column by column, over all rows of the source, in no
 * order. Postgres strings their bytes together and sends a few long texts: rows one by one would take Node ten times as
 * long. Aggregates of one query meet its rows in one order, so that columns fit one another.
 */
export async function readColumns<Name extends string>(
  db: Database,
  expressions: Record<Name, Prisma.Sql>,
  source: Source,
): Promise<Columns<Name>> {
  const names = Object.keys(expressions) as Name[]
  const pieces = await readPieces(db, expressions, source)
  const columns = names.map((name) => [name, numbersOf(pieces.map((piece) => piece[name] ?? ''))])
  return Object.fromEntries(columns) as Columns<Name>
}

/** By ranges of ids. Grouping by parts of an id would do it in one query, but Postgres takes the groups for many, and sorts. */
async function readPieces<Name extends string>(
  db: Database,
  expressions: Record<Name, Prisma.Sql>,
  { from, where, id: by }: Source,
): Promise<Record<Name, string | null>[]> {
  const texts = (Object.keys(expressions) as Name[]).map(
    (name) =>
      Prisma.sql`encode(string_agg(int4send(${expressions[name]}), ''), 'base64') ${Prisma.raw(`"${name}"`)}`,
  )
  const id = Prisma.raw(by ? `${by.alias}.${by.column}` : '')
  const greatest = by ? await greatestOf(db, by.table, by.column) : 0
  const pieces: Record<Name, string | null>[] = []
  for (let least = 0; least <= greatest; least += PIECE) {
    const isIn =
      greatest < PIECE ? Prisma.sql`true` : Prisma.sql`${id} >= ${least} and ${id} < ${least + PIECE}`
    pieces.push(
      ...(await db.$queryRaw<Record<Name, string | null>[]>`
        select ${Prisma.join(texts)} from ${from} where ${where} and ${isIn}`),
    )
  }
  return pieces
}

async function greatestOf(db: Database, table: string, column: string): Promise<number> {
  const [row] = await db.$queryRaw<{ greatest: number | null }[]>`
    select max(${Prisma.raw(column)}) greatest from ${Prisma.raw(table)}`
  return row?.greatest ?? 0
}

function numbersOf(texts: string[]): Int32Array {
  const all = texts.map((text) => Buffer.from(text, 'base64'))
  const numbers = new Int32Array(all.reduce((sum, { length }) => sum + length, 0) / 4)
  const bytes = Buffer.from(numbers.buffer)
  let at = 0
  for (const part of all) at += part.copy(bytes, at)
  if (isLittleEndian) bytes.swap32()
  return numbers
}

/** Postgres sends the highest byte first. */
const isLittleEndian = endianness() === 'LE'

/** The place of a text in a closed list, from 0; `missing` for what is not in it. */
export const placeInList = (list: readonly string[], column: string, missing: number): Prisma.Sql =>
  Prisma.sql`coalesce(array_position(${[...list]}::text[], ${Prisma.raw(column)}) - 1, ${missing}::int)`

/** A bound of a figure as facts have it. */
export const boundOf = (column: string): Prisma.Sql => Prisma.raw(`coalesce(${column}, ${NO_NUMBER})`)

/** What `column` has at these places, in their order. */
export function inOrder<T extends Column>(target: T, order: Uint32Array, column: Int32Array): T {
  for (let i = 0; i < order.length; i++) target[i] = column[order[i] as number] as number
  return target
}
