import { answer, json } from '@/app/_http/answer'
import { answerBareWrite, answerWrite, tell, tellDone } from '@/app/_http/answer-write'
import { incidentCode } from '@/app/_http/path-parts'
import { etagOf, matchedVersion, underPrecondition } from '@/app/_http/precondition'
import { viewerOf } from '@/app/_http/viewer'
import { incidentPatch } from '@/lib/incident/patch'
import { deleteIncident } from '@/lib/operations/edit-incident'
import { patchOf } from '@/lib/operations/patch-incident'
import { readIncident } from '@/lib/operations/read-incident'
import { recordLog } from '@/lib/operations/record-log'

interface Context {
  params: Promise<{ code: string }>
}

/** One incident with its claims and figures: docs/api.md. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(request, async () => {
    const incident = await readIncident(await viewerOf(request), (await params).code)
    const response = json(incident)
    response.headers.set('etag', etagOf(incident.version))
    return response
  })
}

/** Replaces the fields that the body names, each one whole, over the version that If-Match names. */
export const PATCH = (request: Request, { params }: Context) =>
  answerWrite(request, incidentPatch, async (viewer, patch) => {
    const version = matchedVersion(request)
    const code = incidentCode((await params).code)
    const log = await underPrecondition(() => patchOf(viewer, code, version, patch))
    return async () => {
      const [recorded] = await underPrecondition(() => recordLog(viewer, log))
      const now = recorded?.version ?? version
      return tell(200, { code, version: now }, { etag: etagOf(now) })
    }
  })

/** Takes the incident out of every list and count; `…/restore` brings it back. */
export const DELETE = (request: Request, { params }: Context) =>
  answerBareWrite(request, async (viewer) => {
    const version = matchedVersion(request)
    const code = incidentCode((await params).code)
    return async () => {
      await underPrecondition(() => deleteIncident(viewer, code, version))
      return tellDone()
    }
  })
