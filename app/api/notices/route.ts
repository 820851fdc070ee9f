import { seeNotices } from '@/lib/operations/comments/see-notices'
import { answer, json } from '../../_http/answer'
import { seenBody } from '../../_http/comment-bodies'
import { readBody } from '../../_http/read-body'
import { viewerOf } from '../../_http/viewer'

/** Says that comments which speak to whoever asks were seen. */
export const POST = (request: Request) =>
  answer(request, async () => {
    const viewer = await viewerOf(request)
    await seeNotices(viewer, (await readBody(request, seenBody)).comments)
    return json({})
  })
