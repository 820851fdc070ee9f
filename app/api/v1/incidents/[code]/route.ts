import { answer, json } from '@/app/_http/answer'
import { viewerOf } from '@/app/_http/viewer'
import { readIncident } from '@/lib/operations/read-incident'

/** One incident with its claims and figures: docs/api.md. */
export function GET(request: Request, context: { params: Promise<{ code: string }> }): Promise<Response> {
  return answer(request, async () => {
    const { code } = await context.params
    return json(await readIncident(await viewerOf(request), code))
  })
}
