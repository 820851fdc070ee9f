import { z } from 'zod'
import { audienceFields } from '@/lib/access/audience'
import { kinds } from '@/lib/incident/kinds'
import { parts } from '@/lib/incident/lists'
import { whenDraft } from '@/lib/incident/when-draft'
import { cleanText } from '@/lib/text/clean-text'
import { draftKey, optionalText, recordId } from '@/lib/text/parts'
import { outcomes, personStatuses, sexAges, units } from './cell'
import { bases, type Count, operators } from './count'
import { equipmentCategories, equipmentOutcomes, stances } from './lists'

/** The most people or pieces that one claim may count: what fits a 32-bit integer with room to add up. */
export const MOST = 100_000_000

const number = z
  .int({ error: 'count-whole' })
  .min(0, { error: 'count-negative' })
  .max(MOST, { error: 'count-too-large' })
  .nullish()
  .transform((n) => n ?? null)

const countFields = {
  operator: z.enum(operators),
  min: number,
  point: number,
  max: number,
  word: optionalText(60),
}

const nullKey = draftKey.nullish().transform((key) => key ?? null)

const casualties = z.strictObject({
  subject: z.literal('casualties'),
  site: nullKey,
  party: nullKey,
  status: z
    .enum(personStatuses)
    .nullish()
    .transform((status) => status ?? null),
  sexAge: z
    .enum(sexAges)
    .nullish()
    .transform((sexAge) => sexAge ?? null),
  outcome: z.enum(outcomes),
  unit: z.enum(units).default('persons'),
  ...countFields,
  basis: z.enum(bases).default('total'),
  movedFrom: z
    .enum(outcomes)
    .nullish()
    .transform((outcome) => outcome ?? null),
  preferred: z.boolean().default(false),
})

const equipment = z.strictObject({
  subject: z.literal('equipment'),
  site: nullKey,
  category: z.enum(equipmentCategories),
  outcome: z.enum(equipmentOutcomes),
  /** Party that lost it. */
  owner: nullKey,
  model: optionalText(120),
  ...countFields,
})

const when = z.strictObject({ subject: z.literal('when'), when: whenDraft })
const where = z.strictObject({
  subject: z.literal('where'),
  placeId: recordId.nullish().transform((id) => id ?? null),
  site: nullKey,
  phrase: optionalText(300),
})
const part = z.strictObject({ subject: z.literal('part'), party: draftKey, part: z.enum(parts) })
const responsibility = z.strictObject({
  subject: z.literal('responsibility'),
  party: draftKey,
  stance: z.enum(stances),
})
const kind = z.strictObject({ subject: z.literal('kind'), kind: z.enum(kinds) })
const motive = z.strictObject({ subject: z.literal('motive'), text: optionalText(500, true) })

/** What a claim is about and says; `subject` tells the fields apart. */
const claimSubstance = z.discriminatedUnion('subject', [
  casualties,
  equipment,
  when,
  where,
  part,
  responsibility,
  kind,
  motive,
])

/** A claim at the door: one statement's word on one thing, with the words themselves. */
export const claimDraft = z
  .strictObject({
    key: draftKey,
    statement: draftKey,
    /** The report whose retelling this is. */
    report: nullKey,
    quote: optionalText(500),
    stands: optionalText(120),
    note: optionalText(1000, true),
    rejected: z.boolean().default(false),
    rejectedWhy: optionalText(500),
    supersededBy: nullKey,
    denies: nullKey,
    says: claimSubstance,
    ...audienceFields,
    /** Names of those it counts, always protected. Null: as they are stored, which were not shown. */
    victims: z
      .array(cleanText({ max: 200 }))
      .max(500)
      .nullish()
      .transform((names) => names?.filter((name) => name !== '') ?? null),
  })
  .superRefine((claim, context) => {
    const { says } = claim
    const add = (code: string, field: string) =>
      context.addIssue({ code: 'custom', path: ['says', field], message: code, params: { code } })
    if (says.subject === 'casualties' || says.subject === 'equipment') {
      for (const { code, field } of countProblems(says)) add(code, field)
    }
    if (says.subject === 'casualties') {
      if ((says.basis === 'moved') !== (says.movedFrom !== null)) add('claim-moved-from', 'movedFrom')
      if (says.movedFrom === says.outcome) add('claim-moved-to-itself', 'movedFrom')
      if (says.preferred && claim.rejected) add('claim-rejected-and-preferred', 'preferred')
    }
  })

const carries: Record<Count['operator'], readonly (keyof Count)[]> = {
  exactly: ['point'],
  about: ['point'],
  'at-least': ['min'],
  'at-most': ['max'],
  between: ['min', 'max'],
  word: ['min', 'word'],
  plural: [],
  none: [],
  denial: [],
}

/** Numbers that the operator needs and lacks, those it cannot carry, and those out of order. */
function countProblems(count: Count): { code: string; field: keyof Count }[] {
  const needed = carries[count.operator]
  const problems: { code: string; field: keyof Count }[] = []
  for (const field of ['min', 'point', 'max', 'word'] as const) {
    const given = count[field] !== null
    const allowed = needed.includes(field) || (count.operator === 'between' && field === 'point')
    if (needed.includes(field) && !given) problems.push({ code: 'count-missing', field })
    if (given && !allowed) problems.push({ code: 'count-not-carried', field })
  }
  const { min, point, max } = count
  if (min !== null && max !== null && min > max) problems.push({ code: 'count-min-above-max', field: 'max' })
  if (point !== null && ((min !== null && point < min) || (max !== null && point > max))) {
    problems.push({ code: 'count-point-outside', field: 'point' })
  }
  return problems
}

export type ClaimDraft = z.output<typeof claimDraft>
