import { z } from 'zod'
import { cleanText } from '@/lib/text/clean-text'
import { scopes } from './viewer'

/** A token as it is given: "waqai_", eight signs by which lists call it, and 200 random bits. */
export const tokenForm = /^waqai_[2-9a-z]{8}_[2-9a-z]{40}$/

/** A token to make, at the door. It always ends, after a year at the latest. */
export const tokenDraft = z.strictObject({
  name: cleanText({ max: 100, required: true }),
  scopes: z
    .array(z.enum(scopes))
    .min(1)
    .max(scopes.length)
    .transform((asked) => scopes.filter((scope) => asked.includes(scope))),
  /** Days until it ends. */
  days: z.int().min(1).max(365),
})

export type TokenDraft = z.output<typeof tokenDraft>

/** A token as lists show it. */
export interface ListedToken {
  id: string
  name: string
  prefix: string
  scopes: string[]
  owner: { id: string; name: string }
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
  revokedAt: Date | null
}
