import { z } from 'zod'

/**
 * A draft as the form saves it: any object, valid as an incident or not, since half-typed work must be kept too.
 * Only what Postgres cannot store is refused: NUL and lone surrogates, in keys as in values.
 */
export const savedDraft = z.strictObject({
  document: z
    .record(z.string(), z.unknown())
    .refine((document) => isStorable(document), { error: 'text-control' }),
  /** The version that was read; null for a new draft. */
  version: z.int().min(1).max(2_147_483_647).nullable(),
  /** The account that the page was made for: another may have signed in since, in another tab. */
  account: z.string().max(100).optional(),
})

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && !/\p{Surrogate}/u.test(value)
  if (Array.isArray(value)) return value.every(isStorable)
  if (value === null || typeof value !== 'object') return true
  return Object.entries(value).every(([key, part]) => isStorable(key) && isStorable(part))
}
