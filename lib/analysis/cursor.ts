import { isCivilDate } from '@/lib/incident/civil-date'
import type { CivilDate } from '@/lib/incident/when'

/** Where a page ended: the incident's place in the order. */
export interface Position {
  sortOn: CivilDate
  id: number
}

/**
 * A position as an opaque text for a URL. It carries a checksum over itself and over the filter and order it belongs to
 * (`scope`), so that a cursor cut short, altered or used with another filter is told from a good one. It is no secret
 * and no permission: a forged one only skips rows that the asker may see anyway.
 */
export function writeCursor(position: Position, scope: string): string {
  const body = `${position.sortOn}.${position.id}`
  return btoa(`${body}.${checksum(`${body}.${scope}`)}`)
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** The position of a cursor, or null if it is none of `scope`'s. */
export function readCursor(cursor: string, scope: string): Position | null {
  if (!/^[A-Za-z0-9_-]{10,80}$/.test(cursor)) return null
  const [sortOn = '', id = '', ...rest] = decoded(cursor).split('.')
  const number = /^[1-9]\d{0,9}$/.test(id) ? Number(id) : 0
  if (!isCivilDate(sortOn) || number < 1 || number > 2_147_483_647) return null
  const position = { sortOn, id: number }
  return rest.length === 1 && writeCursor(position, scope) === cursor ? position : null
}

function decoded(cursor: string): string {
  try {
    return atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    return ''
  }
}

/** FNV-1a, 32 bits, in base 36. */
function checksum(text: string): string {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36)
}
