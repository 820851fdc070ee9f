import type { Viewer } from '@/lib/access/viewer'
import { type LogDraft, logDraft } from '@/lib/incident/log-draft'
import { patchedLog } from '@/lib/incident/patch'
import { Refusal } from '@/lib/problem'
import { problemsOf } from '@/lib/problem-issues'
import { readIncidentLog } from './edit-incident'

/**
 * The log that results when the fields of `patch` replace those of the incident: what `recordLog` then records over
 * `version`, unless that is no longer the last by then. Refuses with `forbidden`, `not-found`, `stale`, `invalid`.
 */
export async function patchOf(
  viewer: Viewer,
  code: string,
  version: number,
  patch: Record<string, unknown>,
): Promise<LogDraft> {
  const log = await readIncidentLog(viewer, code)
  const last = log.incidents[0]?.version ?? version
  if (last !== version) {
    const params = { code, version: last }
    throw new Refusal('stale', [{ path: ['version'], code: 'version-stale', params }], {
      ...params,
      document: log,
    })
  }
  const patched = logDraft.safeParse(patchedLog(log, version, patch))
  if (patched.success) return patched.data
  const problems = problemsOf(patched.error.issues)
  throw new Refusal(
    'invalid',
    problems.map((problem) => ({ ...problem, path: withinIncident(problem.path) })),
  )
}

/** Paths begin at the field of the patch. */
const withinIncident = (path: (string | number)[]) => (path[0] === 'incidents' ? path.slice(2) : path)
