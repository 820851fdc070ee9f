import { z } from 'zod'
import { audienceFields } from '@/lib/access/audience'
import { protectionField } from '@/lib/access/protection'
import { civilDate } from '@/lib/incident/civil-date'
import { cleanText } from '@/lib/text/clean-text'
import { draftKey, optionalText, recordId, webAddress } from '@/lib/text/parts'
import { isLanguageCode } from './language'
import { channels, publishedOnBases } from './lists'

/** The version of a stored row that was read; null for a new one. */
const readVersion = z
  .int()
  .min(1)
  .max(2_147_483_647)
  .nullish()
  .transform((version) => version ?? null)

/** A report at the door. With `id` it is one already there, whose fields change if `version` is still its. */
export const reportDraft = z
  .strictObject({
    key: draftKey,
    id: recordId.nullish().transform((id) => id ?? null),
    version: readVersion,
    outlet: cleanText({ max: 200, required: true }),
    agencies: z
      .array(cleanText({ max: 200, required: true }))
      .max(20)
      .default([]),
    url: webAddress,
    archivedUrl: webAddress,
    title: optionalText(500),
    publishedOn: civilDate.nullish().transform((date) => date ?? null),
    publishedOnBasis: z
      .enum(publishedOnBases)
      .nullish()
      .transform((basis) => basis ?? null),
    publishedOnWhy: optionalText(500),
    language: z.string().refine(isLanguageCode, { error: 'language-form' }),
    text: optionalText(200_000, true),
    ...audienceFields,
    /** Of the source: outlet, agencies, addresses, title and text. */
    protection: protectionField,
  })
  .superRefine((report, context) => {
    if ((report.publishedOn === null) === (report.publishedOnBasis === null)) return
    const code = report.publishedOn === null ? 'report-basis-without-date' : 'report-date-without-basis'
    context.addIssue({ code: 'custom', path: ['publishedOnBasis'], message: code, params: { code } })
  })

/**
 * A statement at the door: who speaks, through what, on which day, and which reports cite it.
 * Channel `outlet` is the citing report in its own voice and names no actor.
 */
export const statementDraft = z
  .strictObject({
    key: draftKey,
    id: recordId.nullish().transform((id) => id ?? null),
    version: readVersion,
    actorId: recordId.nullish().transform((id) => id ?? null),
    speakerName: optionalText(200),
    speakerRole: optionalText(200),
    channel: z.enum(channels),
    saidOn: civilDate.nullish().transform((date) => date ?? null),
    note: optionalText(1000, true),
    citedBy: z.array(draftKey).min(1, { error: 'statement-uncited' }).max(50),
    ...audienceFields,
    /** Of the speaker: actor, name and role. */
    protection: protectionField,
  })
  .superRefine((statement, context) => {
    const named = statement.actorId !== null || statement.speakerName !== null
    const mayBeUnnamed =
      statement.protection === 'masked' ||
      ['outlet', 'witness', 'agency', 'dataset'].includes(statement.channel)
    if (named || mayBeUnnamed) return
    context.addIssue({
      code: 'custom',
      path: ['speakerName'],
      message: 'statement-no-speaker',
      params: { code: 'statement-no-speaker' },
    })
  })

export type ReportDraft = z.output<typeof reportDraft>
export type StatementDraft = z.output<typeof statementDraft>
