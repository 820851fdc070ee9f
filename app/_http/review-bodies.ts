import { z } from 'zod'
import { reviewSteps } from '@/lib/incident/review'
import { optionalText } from '@/lib/text/parts'

/** A version as a request names the one that was read. */
const versionRead = z.int().min(1).max(2_147_483_647)

const incidentCode = z.string().regex(/^[A-Z]{2}-\d{4}-[0-9A-Z]{4,8}$/, { error: 'form-wrong' })

/** One incident's step at the door; `undo` takes back the one before. */
export const stepBody = z.strictObject({
  version: versionRead,
  step: z.enum([...reviewSteps, 'undo']),
  note: optionalText(2000, true),
})

/** The same of the API, where If-Match names the version; only some steps need a note. */
export const apiStepBody = z.strictObject({
  step: z.enum([...reviewSteps, 'undo']),
  note: optionalText(2000, true).optional(),
})

/** The same step of several. */
export const stepsBody = z.strictObject({
  incidents: z
    .array(z.strictObject({ code: incidentCode, version: versionRead }))
    .min(1)
    .max(100),
  step: z.enum([...reviewSteps, 'undo']),
  note: optionalText(2000, true),
})

/** A conflict set that stays disputed; without a reason it is open again. */
export const disputedBody = z.strictObject({
  version: versionRead,
  set: z.string().max(20),
  why: optionalText(1000, true),
})
