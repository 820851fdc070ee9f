import { z } from 'zod'
import { logDraft } from '@/lib/incident/log-draft'
import { refuseDuplicates } from '@/lib/operations/find-duplicates'
import { recordLog } from '@/lib/operations/record-log'
import { answer, json } from '../../_http/answer'
import { readBody } from '../../_http/read-body'
import { viewerOf } from '../../_http/viewer'

const body = z.strictObject({
  log: logDraft,
  draftId: z
    .uuid()
    .nullish()
    .transform((id) => id ?? null),
  /** Records even where a likely duplicate is there. */
  anyway: z.boolean().default(false),
})

export const POST = (request: Request) =>
  answer(request, async () => {
    const viewer = await viewerOf(request)
    const { log, draftId, anyway } = await readBody(request, body, 'log')
    if (!anyway) await refuseDuplicates(viewer, log)
    return json({ incidents: await recordLog(viewer, log, draftId) }, 201)
  })
