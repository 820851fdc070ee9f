const letters = {
  claim: 'c',
  site: 's',
  party: 'p',
  conflictSet: 'x',
  statement: 't',
  report: 'r',
  episode: 'e',
} as const
export type KeyedRow = keyof typeof letters

/** Key of a stored row within a draft: what was read as `c12` and comes back as `c12` is the same claim. */
export const rowKey = (row: KeyedRow, id: number): string => `${letters[row]}${id}`

/** Id behind a key of `rowKey`, or null for a key that a form made up. */
export function idOfKey(row: KeyedRow, key: string): number | null {
  if (!new RegExp(`^${letters[row]}[1-9][0-9]{0,9}$`).test(key)) return null
  const id = Number(key.slice(1))
  return id <= 2_147_483_647 ? id : null
}

/**
 * Key of a stored row that whoever sent a draft has not seen and that stays as it is. No key of a draft has a colon, so
 * that nobody can name such a row.
 */
export const unseenKey = (key: string): string => `:${key}`

/** Id behind a key of `unseenKey`, or null for any other. */
export function idOfUnseen(key: string): number | null {
  return key.startsWith(':') ? Number(key.slice(2)) : null
}
