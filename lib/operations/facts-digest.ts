import 'server-only'
import { createHash } from 'node:crypto'
import type { Block, FactBlocks } from '@/lib/analysis/facts/blocks'

/**
 * Names what facts say: SHA-256 over their words and over that of each block. It is sooner made than their bytes on the
 * wire, and after a change from the blocks that are others.
 */
export function digestOf({ words, blocks }: FactBlocks): string {
  const hash = createHash('sha256').update(JSON.stringify(byName(words)))
  for (const block of blocks) hash.update(ofBlock(block))
  return hash.digest('base64url')
}

/** Nothing writes to a block: while it is somewhere, its digest holds. */
const made = new WeakMap<Block, Buffer>()

function ofBlock(block: Block): Buffer {
  const digest = made.get(block) ?? digestOfColumns(columnsOf(block.rows))
  made.set(block, digest)
  return digest
}

/** By their lengths they are told apart. */
function digestOfColumns(columns: Uint8Array[]): Buffer {
  const hash = createHash('sha256').update(columns.map(({ byteLength }) => byteLength).join(' '))
  for (const column of columns) hash.update(column)
  return hash.digest()
}

/** The bytes of each column of the rows, those of their lists and figures among them. */
const columnsOf = (value: object): Uint8Array[] =>
  ArrayBuffer.isView(value)
    ? [new Uint8Array(value.buffer, value.byteOffset, value.byteLength)]
    : byName(value).flatMap(([, part]) => columnsOf(part))

/** In one order, in which ever they were put together. */
const byName = (parts: object): [string, object][] =>
  Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1))
