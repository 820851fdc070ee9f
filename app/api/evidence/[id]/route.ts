import { z } from 'zod'
import { visibilities } from '@/lib/incident/lists'
import { removeEvidence, showEvidenceTo } from '@/lib/operations/change-evidence'
import { answer, json } from '../../../_http/answer'
import { evidenceCode } from '../../../_http/path-parts'
import { readBody } from '../../../_http/read-body'
import { viewerOf } from '../../../_http/viewer'

type Context = { params: Promise<{ id: string }> }

const version = z.int().min(1).max(2_147_483_647)
const removal = z.strictObject({ version })
const change = z.strictObject({ version, visibility: z.enum(visibilities) })

export const PATCH = (request: Request, { params }: Context) =>
  answer(request, async () => {
    const code = evidenceCode((await params).id)
    const { version, visibility } = await readBody(request, change)
    return json({ version: await showEvidenceTo(await viewerOf(request), code, version, visibility) })
  })

export const DELETE = (request: Request, { params }: Context) =>
  answer(request, async () => {
    const code = evidenceCode((await params).id)
    const { version } = await readBody(request, removal)
    return json({ version: await removeEvidence(await viewerOf(request), code, version) })
  })
