import { createToken, listTokens, newToken } from '@/lib/operations/tokens/keep-tokens'
import { answer, json } from '../../../_http/answer'
import { addressOf } from '../../../_http/rate-limit'
import { readBody } from '../../../_http/read-body'
import { parametersOf } from '../../../_http/read-request'
import { viewerOf } from '../../../_http/viewer'

/** One's own tokens; with whose=all everybody's, for administrators. */
export const GET = (request: Request) =>
  answer(request, async () => {
    const whose = parametersOf(request).get('whose') === 'all' ? 'all' : 'own'
    return json({ tokens: await listTokens(await viewerOf(request), whose) })
  })

/** Makes a token; this answer alone holds its text. */
export const POST = (request: Request) =>
  answer(request, async () => {
    const viewer = await viewerOf(request)
    return json(await createToken(viewer, await readBody(request, newToken), addressOf(request)), 201)
  })
