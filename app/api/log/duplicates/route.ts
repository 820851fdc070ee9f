import { likenessDraft } from '@/lib/incident/likeness'
import { findDuplicates } from '@/lib/operations/find-duplicates'
import { answer, json } from '../../../_http/answer'
import { readBody } from '../../../_http/read-body'
import { viewerOf } from '../../../_http/viewer'

export const POST = (request: Request) =>
  answer(request, async () => {
    const { incidents } = await readBody(request, likenessDraft)
    return json({ duplicates: await findDuplicates(await viewerOf(request), incidents) })
  })
