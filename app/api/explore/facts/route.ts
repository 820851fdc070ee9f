import { answer } from '@/app/_http/answer'
import { factsAnswer } from '@/app/_http/facts-answer'
import { viewerOf } from '@/app/_http/viewer'
import type { Viewer } from '@/lib/access/viewer'
import { factsStateFor } from '@/lib/operations/read-changes'
import { readFacts, readMoreFacts, readPublishedFacts } from '@/lib/operations/read-facts'
import { Refusal } from '@/lib/problem'

/** What the explorer counts and draws, as columns: docs/facts.md. In two parts, or all at once where none is named. */
export const GET = (request: Request): Promise<Response> =>
  answer(request, async () => {
    const part = new URL(request.url).searchParams.get('part') ?? ''
    const viewer = await viewerOf(request)
    const read = parts.get(part)
    if (!read) throw new Refusal('invalid', [{ path: ['part'], code: 'filter-not-listed' }])
    // Before they are read, so that no change falls between.
    return await read(request, viewer, { 'facts-state': await factsStateFor(viewer) })
  })

type Answering = (request: Request, viewer: Viewer, headers: Record<string, string>) => Promise<Response>

const parts = new Map<string, Answering>([
  ['', async (request, viewer, headers) => await factsAnswer(request, await readFacts(viewer), headers)],
  [
    'published',
    async (request, viewer, headers) => await factsAnswer(request, await readPublishedFacts(viewer), headers),
  ],
  ['more', moreAnswer],
])

/** Says which published part it goes with; nothing where that is all. */
async function moreAnswer(
  request: Request,
  viewer: Viewer,
  headers: Record<string, string>,
): Promise<Response> {
  const more = await readMoreFacts(viewer)
  const base: Record<string, string> = more?.base ? { 'facts-base': `W/"${more.base}"` } : {}
  if (more) return await factsAnswer(request, more, { ...headers, ...base })
  return new Response(null, { status: 204, headers: { 'cache-control': 'private, no-store' } })
}
