import { changeMember, memberChange } from '@/lib/operations/accounts/members'
import { answer } from '../../../_http/answer'
import { uuidOf } from '../../../_http/path-parts'
import { readBody } from '../../../_http/read-body'
import { viewerOf } from '../../../_http/viewer'

/** Another role, or a closed account, or an open one again. */
export const PATCH = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  answer(request, async () => {
    const viewer = await viewerOf(request)
    const id = uuidOf((await params).id, 'account-unknown')
    await changeMember(viewer, id, await readBody(request, memberChange))
    return new Response(null, { status: 204 })
  })
