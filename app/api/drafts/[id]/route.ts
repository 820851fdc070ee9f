import { savedDraft } from '@/lib/incident/saved-draft'
import { discardDraft, readDraft, requireAccount, saveDraft } from '@/lib/operations/drafts'
import { answer, json } from '../../../_http/answer'
import { draftId } from '../../../_http/path-parts'
import { readBody } from '../../../_http/read-body'
import { viewerOf } from '../../../_http/viewer'

type Context = { params: Promise<{ id: string }> }

export const GET = (request: Request, { params }: Context) =>
  answer(request, async () => json(await readDraft(await viewerOf(request), draftId((await params).id))))

export const PUT = (request: Request, { params }: Context) =>
  answer(request, async () => {
    const id = draftId((await params).id)
    const { document, version, account } = await readBody(request, savedDraft)
    const viewer = await viewerOf(request)
    requireAccount(viewer, account)
    return json({ version: await saveDraft(viewer, id, document, version) })
  })

export const DELETE = (request: Request, { params }: Context) =>
  answer(request, async () => {
    await discardDraft(await viewerOf(request), draftId((await params).id))
    return json({})
  })
