import { violationLine, violationsOf } from '@/app/_http/violations'

const MOST_BYTES = 32 * 1024
const LOG_EVERY_MS = 60_000

/** For the log alone, and so each instance's own. */
const counts = new Map<string, number>()

/** Takes what browsers report of a page's policy. Whoever sends what, the log gets one line of counts a minute. */
export async function POST(request: Request): Promise<Response> {
  const length = Number(request.headers.get('content-length') ?? 0)
  if (length <= MOST_BYTES) count(violationsOf(await request.json().catch(() => null)))
  return new Response(null, { status: 204 })
}

function count(violations: string[]): void {
  if (violations.length > 0 && counts.size === 0) setTimeout(log, LOG_EVERY_MS).unref()
  for (const one of violations) counts.set(one, (counts.get(one) ?? 0) + 1)
}

function log(): void {
  console.warn(violationLine(counts))
  counts.clear()
}
