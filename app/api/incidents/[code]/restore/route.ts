import { restoreIncident } from '@/lib/operations/edit-incident'
import { answer, json } from '../../../../_http/answer'
import { incidentCode } from '../../../../_http/path-parts'
import { viewerOf } from '../../../../_http/viewer'

export const POST = (request: Request, { params }: { params: Promise<{ code: string }> }) =>
  answer(request, async () => {
    await restoreIncident(await viewerOf(request), incidentCode((await params).code))
    return json({})
  })
