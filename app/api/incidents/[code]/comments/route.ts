import { addComment } from '@/lib/operations/comments/add-comment'
import { answer, json } from '../../../../_http/answer'
import { commentBody } from '../../../../_http/comment-bodies'
import { incidentCode } from '../../../../_http/path-parts'
import { readBody } from '../../../../_http/read-body'
import { viewerOf } from '../../../../_http/viewer'

export const POST = (request: Request, { params }: { params: Promise<{ code: string }> }) =>
  answer(request, async () => {
    const code = incidentCode((await params).code)
    const viewer = await viewerOf(request)
    return json(await addComment(viewer, code, await readBody(request, commentBody)), 201)
  })
