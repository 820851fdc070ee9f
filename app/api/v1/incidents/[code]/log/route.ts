import { answer, json } from '@/app/_http/answer'
import { incidentCode } from '@/app/_http/path-parts'
import { etagOf } from '@/app/_http/precondition'
import { viewerOf } from '@/app/_http/viewer'
import { readIncidentLog } from '@/lib/operations/edit-incident'

/** The incident as what recorded it: what a change by fields replaces the fields of. */
export const GET = (request: Request, { params }: { params: Promise<{ code: string }> }) =>
  answer(request, async () => {
    const log = await readIncidentLog(await viewerOf(request), incidentCode((await params).code))
    const response = json({ log })
    response.headers.set('etag', etagOf(log.incidents[0]?.version ?? 0))
    return response
  })
