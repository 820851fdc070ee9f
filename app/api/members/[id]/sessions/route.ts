import { endMemberSessions } from '@/lib/operations/accounts/members'
import { answer } from '../../../../_http/answer'
import { uuidOf } from '../../../../_http/path-parts'
import { viewerOf } from '../../../../_http/viewer'

/** Ends all sessions of a member. */
export const DELETE = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  answer(request, async () => {
    const viewer = await viewerOf(request)
    await endMemberSessions(viewer, uuidOf((await params).id, 'account-unknown'))
    return new Response(null, { status: 204 })
  })
