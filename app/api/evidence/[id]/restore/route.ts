import { restoreEvidence } from '@/lib/operations/change-evidence'
import { answer, json } from '../../../../_http/answer'
import { evidenceCode } from '../../../../_http/path-parts'
import { viewerOf } from '../../../../_http/viewer'

export const POST = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  answer(request, async () =>
    json({ version: await restoreEvidence(await viewerOf(request), evidenceCode((await params).id)) }),
  )
