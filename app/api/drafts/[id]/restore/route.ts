import { restoreDraft } from '@/lib/operations/drafts'
import { answer, json } from '../../../../_http/answer'
import { draftId } from '../../../../_http/path-parts'
import { viewerOf } from '../../../../_http/viewer'

export const POST = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  answer(request, async () => {
    await restoreDraft(await viewerOf(request), draftId((await params).id))
    return json({})
  })
