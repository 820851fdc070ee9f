import { memberNames } from '@/lib/operations/member-names'
import { answer, json } from '../../../_http/answer'
import { viewerOf } from '../../../_http/viewer'

export const GET = (request: Request) =>
  answer(request, async () => json({ members: await memberNames(await viewerOf(request)) }))
