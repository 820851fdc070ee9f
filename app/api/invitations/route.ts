import { invitationDraft, invite, listInvitations } from '@/lib/operations/accounts/invite'
import { answer, json } from '../../_http/answer'
import { readBody } from '../../_http/read-body'
import { viewerOf } from '../../_http/viewer'

/** The links that can still be used, without what opens them. */
export const GET = (request: Request) =>
  answer(request, async () => json({ invitations: await listInvitations(await viewerOf(request)) }))

/** Invites somebody; this answer alone holds the token of the link. */
export const POST = (request: Request) =>
  answer(request, async () => {
    const viewer = await viewerOf(request)
    return json(await invite(viewer, await readBody(request, invitationDraft)), 201)
  })
