import { changeComment } from '@/lib/operations/comments/change-comment'
import { answer, json } from '../../../_http/answer'
import { commentChangeBody } from '../../../_http/comment-bodies'
import { commentId } from '../../../_http/path-parts'
import { readBody } from '../../../_http/read-body'
import { viewerOf } from '../../../_http/viewer'

export const PATCH = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  answer(request, async () => {
    const id = commentId((await params).id)
    const viewer = await viewerOf(request)
    return json(await changeComment(viewer, id, await readBody(request, commentChangeBody)))
  })
