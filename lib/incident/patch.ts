import { z } from 'zod'
import { incidentDraft } from './draft'
import { type LogDraft, logDraft } from './log-draft'

const { key: _key, code: _code, version: _version, ...ofIncident } = incidentDraft.shape
const { reports, statements, episodes, why } = logDraft.shape

/** What a change by fields can name: those of the incident, and the lists of its log that its claims rest on. */
const patchFields = { ...ofIncident, reports, statements, episodes, why }

/** The shape of such a change, to be told of: what it takes is what each field takes in a log. */
export const incidentPatchShape = z.strictObject(patchFields).partial()

/** At the door only the names are looked at: a value is judged in its place in the log, by the log's own rules. */
export const incidentPatch = z.record(z.string(), z.unknown()).superRefine((patch, context) => {
  const unknown = Object.keys(patch).filter((name) => !Object.hasOwn(patchFields, name))
  if (unknown.length > 0) context.addIssue({ code: 'unrecognized_keys', keys: unknown })
})

/** A log with the fields that `patch` names put in the place of what stood there, each one whole. Not yet judged. */
export function patchedLog(log: LogDraft, version: number, patch: Record<string, unknown>): unknown {
  const [incident] = log.incidents
  const changes = Object.entries(patch)
  const inLog = changes.filter(([name]) => name in log)
  const inIncident = changes.filter(([name]) => !(name in log))
  return {
    ...log,
    ...Object.fromEntries(inLog),
    incidents: [{ ...incident, ...Object.fromEntries(inIncident), version }],
  }
}
