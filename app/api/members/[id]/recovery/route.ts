import { makeRecoveryLink, recoveryDraft } from '@/lib/operations/accounts/invite'
import { answer, json } from '../../../../_http/answer'
import { uuidOf } from '../../../../_http/path-parts'
import { readBody } from '../../../../_http/read-body'
import { viewerOf } from '../../../../_http/viewer'

/** A link for a member who lost the password; this answer alone holds its token. */
export const POST = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  answer(request, async () => {
    const viewer = await viewerOf(request)
    const id = uuidOf((await params).id, 'account-unknown')
    const { resetsFactor } = await readBody(request, recoveryDraft)
    return json(await makeRecoveryLink(viewer, id, resetsFactor), 201)
  })
