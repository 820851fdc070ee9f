import { z } from 'zod'
import { deleteIncident } from '@/lib/operations/edit-incident'
import { answer, json } from '../../../_http/answer'
import { incidentCode } from '../../../_http/path-parts'
import { readBody } from '../../../_http/read-body'
import { viewerOf } from '../../../_http/viewer'

const body = z.strictObject({ version: z.int().min(1).max(2_147_483_647) })

export const DELETE = (request: Request, { params }: { params: Promise<{ code: string }> }) =>
  answer(request, async () => {
    const code = incidentCode((await params).code)
    const { version } = await readBody(request, body)
    await deleteIncident(await viewerOf(request), code, version)
    return json({})
  })
