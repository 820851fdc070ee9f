import { readIncidentLog } from '@/lib/operations/edit-incident'
import { answer, json } from '../../../../_http/answer'
import { incidentCode } from '../../../../_http/path-parts'
import { viewerOf } from '../../../../_http/viewer'

export const GET = (request: Request, { params }: { params: Promise<{ code: string }> }) =>
  answer(request, async () =>
    json({ log: await readIncidentLog(await viewerOf(request), incidentCode((await params).code)) }),
  )
