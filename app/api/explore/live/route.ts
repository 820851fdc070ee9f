import { answer } from '@/app/_http/answer'
import { factsStream } from '@/app/_http/facts-stream'
import { quietViewerOf } from '@/app/_http/viewer'

/** Server-sent events that say when the facts of whoever asks are others: docs/facts.md. */
export const GET = (request: Request): Promise<Response> =>
  answer(request, async () => await factsStream(request, await quietViewerOf(request)))
