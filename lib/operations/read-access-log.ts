import 'server-only'
import type { AccessLine } from '@/lib/access/acts'
import { mayAdminister } from '@/lib/access/questions'
import type { Viewer } from '@/lib/access/viewer'
import { accessLines } from '@/lib/db/access-log'
import { Refusal } from '@/lib/problem'

const PAGE = 50

/**
 * A page of the access log, newest first: the lines before `before`, the id of a line, and the id to ask the next page
 * with; null at the end. Refuses with `forbidden` whoever is no administrator.
 */
export async function readAccessLog(
  viewer: Viewer,
  before: bigint | null,
): Promise<{ lines: AccessLine[]; next: string | null }> {
  if (!mayAdminister(viewer)) throw new Refusal('forbidden', [{ path: [], code: 'may-not-administer' }])
  const rows = await accessLines(before, PAGE + 1)
  const lines = rows.slice(0, PAGE)
  return { lines, next: rows.length > PAGE ? (lines.at(-1)?.id ?? null) : null }
}
