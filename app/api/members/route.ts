import { listMembers } from '@/lib/operations/accounts/members'
import { answer, json } from '../../_http/answer'
import { viewerOf } from '../../_http/viewer'

/** Everybody with an account; for administrators. */
export const GET = (request: Request) =>
  answer(request, async () => json({ members: await listMembers(await viewerOf(request)) }))
