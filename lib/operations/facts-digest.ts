import 'server-only'
import { createHash, type Hash } from 'node:crypto'
import type { Facts } from '@/lib/analysis/facts/facts'

/** Names what facts say: SHA-256 over their words and columns, which is sooner made than their bytes on the wire. */
export function digestOf(facts: Facts): string {
  const hash = createHash('sha256')
  add(hash, 'facts', facts)
  return hash.digest('base64url')
}

/** Columns as their bytes, lists of words as JSON; by name, since facts that were joined have them in another order. */
function add(hash: Hash, name: string, value: unknown): void {
  if (ArrayBuffer.isView(value)) {
    hash.update(`${name} ${value.byteLength} `)
    hash.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
  } else if (Array.isArray(value)) hash.update(`${name} ${JSON.stringify(value)}`)
  else
    for (const [key, part] of Object.entries(value ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)))
      add(hash, `${name}.${key}`, part)
}
