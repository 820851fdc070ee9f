import 'server-only'
import type { Viewer } from '@/lib/access/viewer'
import { database } from '@/lib/db/client'
import { hasMoreIncidents } from '@/lib/db/explore/has-more-incidents'
import { env } from '@/lib/env'
import { Refusal } from '@/lib/problem'
import { RecentPromises } from '../recent-promises'

/** By state of the data and viewer. */
const areMany = new RecentPromises<boolean>(1_000)

/**
 * Refuses (`too-large`) whoever may read more incidents than a browser should hold: the server answers their questions
 * instead. `key` names the state of the data and the viewer.
 */
export async function requireFewIncidents(viewer: Viewer, key: string): Promise<void> {
  const max = env('WAQAI_EXPLORE_ROWS')
  if (await areMany.get(`${max} ${key}`, () => hasMoreIncidents(database(), viewer, max)))
    throw new Refusal('too-large', [{ path: [], code: 'facts-too-many', params: { max } }])
}
