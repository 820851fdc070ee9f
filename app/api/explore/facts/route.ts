import { answer } from '@/app/_http/answer'
import { factsAnswer } from '@/app/_http/facts-answer'
import { viewerOf } from '@/app/_http/viewer'
import type { Viewer } from '@/lib/access/viewer'
import { readFacts, readMoreFacts, readPublishedFacts } from '@/lib/operations/read-facts'
import { Refusal } from '@/lib/problem'

/** What the explorer counts and draws, as columns: docs/facts.md. In two parts, or all at once where none is named. */
export const GET = (request: Request): Promise<Response> =>
  answer(request, async () => {
    const part = new URL(request.url).searchParams.get('part') ?? ''
    const viewer = await viewerOf(request)
    if (part === '') return await factsAnswer(request, await readFacts(viewer))
    if (part === 'published') return await factsAnswer(request, await readPublishedFacts(viewer))
    if (part === 'more') return await moreAnswer(request, viewer)
    throw new Refusal('invalid', [{ path: ['part'], code: 'filter-not-listed' }])
  })

/** Says which published part it goes with; nothing where that is all. */
async function moreAnswer(request: Request, viewer: Viewer): Promise<Response> {
  const more = await readMoreFacts(viewer)
  if (more)
    return await factsAnswer(request, more, more.base === null ? {} : { 'facts-base': `W/"${more.base}"` })
  return new Response(null, { status: 204, headers: { 'cache-control': 'private, no-store' } })
}
