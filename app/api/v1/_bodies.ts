import { z } from 'zod'
import { logDraft } from '@/lib/incident/log-draft'

/** What `POST /api/v1/incidents` takes: a log, as the form sends it. */
export const recordBody = z.strictObject({
  log: logDraft,
  /** Records even where a likely duplicate is there. */
  anyway: z.boolean().default(false),
})
