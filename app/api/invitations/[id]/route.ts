import { revokeInvitation } from '@/lib/operations/accounts/invite'
import { answer } from '../../../_http/answer'
import { uuidOf } from '../../../_http/path-parts'
import { viewerOf } from '../../../_http/viewer'

/** Takes a link back. */
export const DELETE = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  answer(request, async () => {
    const viewer = await viewerOf(request)
    await revokeInvitation(viewer, uuidOf((await params).id, 'invitation-unknown'))
    return new Response(null, { status: 204 })
  })
