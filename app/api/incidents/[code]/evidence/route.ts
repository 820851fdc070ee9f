import { addEvidence } from '@/lib/operations/add-evidence'
import { listEvidence } from '@/lib/operations/read-evidence'
import { answer, json } from '../../../../_http/answer'
import { incidentCode } from '../../../../_http/path-parts'
import { fileDraft, withFile } from '../../../../_http/read-file'
import { viewerOf } from '../../../../_http/viewer'

type Context = { params: Promise<{ code: string }> }

export const GET = (request: Request, { params }: Context) =>
  answer(request, async () =>
    json(await listEvidence(await viewerOf(request), incidentCode((await params).code))),
  )

export const POST = (request: Request, { params }: Context) =>
  answer(request, () =>
    withFile(request, async (receive) => {
      const code = incidentCode((await params).code)
      return json(await addEvidence(await viewerOf(request), code, fileDraft(request), receive), 201)
    }),
  )
