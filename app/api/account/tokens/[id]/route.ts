import { revokeToken } from '@/lib/operations/tokens/keep-tokens'
import { answer } from '../../../../_http/answer'
import { tokenId } from '../../../../_http/path-parts'
import { viewerOf } from '../../../../_http/viewer'

export const DELETE = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  answer(request, async () => {
    const id = tokenId((await params).id)
    await revokeToken(await viewerOf(request), id)
    return new Response(null, { status: 204 })
  })
