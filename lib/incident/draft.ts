import { z } from 'zod'
import { audienceFields } from '@/lib/access/audience'
import { protectionField } from '@/lib/access/protection'
import { claimDraft } from '@/lib/claim/draft'
import { wherePrecisions } from '@/lib/place/where'
import { draftKey, optionalText, recordId, textByLanguage } from '@/lib/text/parts'
import { kinds } from './kinds'
import { grades, linkKinds, meansOfAttack, parts, siteKinds, statuses } from './lists'
import { whenDraft } from './when-draft'

const point = z
  .strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
  .nullish()
  .transform((value) => value ?? null)

const offset = z
  .strictObject({
    km: z.number().min(0).max(2000).nullable(),
    bearing: z.number().min(0).lt(360),
  })
  .nullish()
  .transform((value) => value ?? null)

/** Where at the door: one primary place, how exactly its point is known, and further sites. */
export const whereDraft = z.strictObject({
  placeId: recordId,
  point,
  precision: z.enum(wherePrecisions),
  offset,
  /** The place as the report words it. */
  phrase: optionalText(300),
  /** Of the place, the point, the words and the sites alike. */
  protection: protectionField,
  sites: z
    .array(
      z
        .strictObject({
          key: draftKey,
          kind: z.enum(siteKinds),
          name: textByLanguage(200),
          placeId: recordId.nullish().transform((id) => id ?? null),
          point,
          precision: z.enum(wherePrecisions),
          offset,
        })
        .refine((site) => site.name.ar || site.name.en || site.placeId || site.point, {
          error: 'site-nameless',
        }),
    )
    .max(50)
    .default([]),
})

const partyDraft = z.strictObject({ key: draftKey, actorId: recordId, part: z.enum(parts) })

/** Alternatives that cannot all be true. `decided` is the key of the one chosen, with the reason. */
const conflictSetDraft = z.strictObject({
  key: draftKey,
  question: optionalText(500),
  alternatives: z
    .array(
      z
        .strictObject({
          key: draftKey,
          /** What holds if it is the true one, in a few words. */
          name: optionalText(200),
          claims: z.array(draftKey).max(50),
        })
        .refine(({ name, claims }) => name !== null || claims.length > 0, { error: 'alternative-empty' }),
    )
    .min(2, { error: 'conflict-one-alternative' })
    .max(10),
  decided: draftKey.nullish().transform((key) => key ?? null),
  decidedWhy: optionalText(1000, true),
})

/** A link to an incident of the same draft (`key`) or to one already there (`code`). */
const linkDraft = z
  .strictObject({
    kind: z.enum(linkKinds),
    key: draftKey.nullish().transform((key) => key ?? null),
    code: optionalText(20),
    note: optionalText(500),
  })
  .refine((link) => (link.key === null) !== (link.code === null), { error: 'link-to-one' })

/**
 * An incident at the door. With `code` it changes the one there, and `version` must be the one that was read.
 * One that a dataset brought has no title of its own, so only a new incident must have one here; the operation
 * asks for it where it can see that nothing else names the incident.
 */
export const incidentDraft = z.strictObject({
  key: draftKey,
  code: optionalText(20),
  version: z
    .int()
    .min(1)
    .nullish()
    .transform((version) => version ?? null),
  title: textByLanguage(300).refine((title) => title.ar || title.en, { error: 'title-missing' }),
  summary: textByLanguage(5000, true),
  kind: z.enum(kinds),
  means: z.array(z.enum(meansOfAttack)).max(20).default([]),
  when: whenDraft,
  where: whereDraft,
  parties: z.array(partyDraft).max(50).default([]),
  claims: z.array(claimDraft).max(500).default([]),
  conflictSets: z.array(conflictSetDraft).max(20).default([]),
  links: z.array(linkDraft).max(50).default([]),
  /** As it was read: reviewing moves an incident on, an edit does not. */
  status: z.enum(statuses).default('draft'),
  grade: z
    .enum(grades)
    .nullish()
    .transform((grade) => grade ?? null),
  ...audienceFields,
  note: optionalText(5000, true),
})

export type IncidentDraft = z.output<typeof incidentDraft>
export type WhereDraft = z.output<typeof whereDraft>
