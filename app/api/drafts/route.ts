import { listDrafts } from '@/lib/operations/drafts'
import { answer, json } from '../../_http/answer'
import { viewerOf } from '../../_http/viewer'

export const GET = (request: Request) =>
  answer(request, async () => {
    const drafts = await listDrafts(await viewerOf(request))
    return json({ drafts: drafts.map(({ id, document, updatedAt }) => ({ id, document, updatedAt })) })
  })
