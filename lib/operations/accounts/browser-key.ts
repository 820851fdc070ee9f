import 'server-only'
import { createHmac } from 'node:crypto'
import type { Viewer } from '@/lib/access/viewer'
import { env } from '@/lib/env'

/**
 * The key of the drafts that a member's browsers keep (app/log/_form/draft-vault.ts), for the pages of an open session:
 * made anew each time, and kept on no disk beside the drafts. Null for whoever has none.
 */
export function browserKey(viewer: Viewer | null): string | null {
  if (viewer?.kind !== 'member' || viewer.scopes !== null) return null
  return createHmac('sha256', env('WAQAI_SECRET'))
    .update(`drafts in a browser: ${viewer.id}`)
    .digest('base64')
}
