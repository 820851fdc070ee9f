import { answer } from '@/app/_http/answer'
import { changesAnswer } from '@/app/_http/facts-answer'
import { quietViewerOf } from '@/app/_http/viewer'
import { readChanges } from '@/lib/operations/read-changes'

/** What is another in the facts of whoever asks since a state of them: docs/facts.md. */
export const GET = (request: Request): Promise<Response> =>
  answer(request, async () => {
    const since = new URL(request.url).searchParams.get('since') ?? ''
    return await changesAnswer(request, await readChanges(await quietViewerOf(request), since))
  })
