import { findReports } from '@/lib/operations/find-reports'
import { Refusal } from '@/lib/problem'
import { answer, json } from '../../_http/answer'
import { searchOf } from '../../_http/search-text'
import { viewerOf } from '../../_http/viewer'

export const GET = (request: Request) =>
  answer(request, async () => {
    const asked = searchOf(request)
    if ('ids' in asked) throw new Refusal('invalid', [{ path: ['q'], code: 'search-missing' }])
    return json({ reports: await findReports(await viewerOf(request), asked.text) })
  })
