import { changeSettings, settingsChange } from '@/lib/operations/settings'
import { answer, json } from '../../_http/answer'
import { readBody } from '../../_http/read-body'
import { viewerOf } from '../../_http/viewer'

/** Changes settings of the installation; for administrators. */
export const PATCH = (request: Request) =>
  answer(request, async () => {
    const viewer = await viewerOf(request)
    return json(await changeSettings(viewer, await readBody(request, settingsChange)))
  })
