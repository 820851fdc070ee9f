import { z } from 'zod'
import { claimDraft } from '@/lib/claim/draft'
import { reportDraft, statementDraft } from '@/lib/report/draft'
import { draftKey, optionalText, textByLanguage } from '@/lib/text/parts'
import { incidentDraft } from './draft'
import { referenceProblems } from './references'

/** Several incidents of the draft, by key or by the code of one already there, that claims speak of together. */
const episodeDraft = z.strictObject({
  key: draftKey,
  title: textByLanguage(300),
  incidents: z.array(draftKey).min(2, { error: 'episode-one-incident' }).max(50),
  claims: z.array(claimDraft).min(1).max(100),
})

/**
 * What an analyst logs in one go: reports, the statements they cite, the incidents that these speak of.
 * Everything refers to everything else by key within the draft; unknown keys are refused.
 */
export const logDraft = z
  .strictObject({
    reports: z.array(reportDraft).min(1, { error: 'report-missing' }).max(20),
    statements: z.array(statementDraft).max(200).default([]),
    incidents: z.array(incidentDraft).min(1, { error: 'incident-missing' }).max(20),
    episodes: z.array(episodeDraft).max(10).default([]),
    /** Keys of the stored episodes that were read: only of these does one that is missing mean that it shall go. */
    episodesRead: z.array(draftKey).max(100).default([]),
    why: optionalText(500),
  })
  .superRefine((log, context) => {
    for (const { path, code, params } of referenceProblems(log)) {
      context.addIssue({ code: 'custom', path, message: code, params: { code, ...params } })
    }
  })

export type LogDraft = z.output<typeof logDraft>
/** The form's own state: the same shape before the door, numbers and texts as typed. */
export type LogInput = z.input<typeof logDraft>
