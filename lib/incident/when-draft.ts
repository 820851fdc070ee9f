import { z } from 'zod'
import { optionalText } from '@/lib/text/parts'
import { civilDate } from './civil-date'
import { partsOfDay, type When, whenOpenings, whenPrecisions, whenSenses } from './when'

/** An uncertain date at the door. Issues: `when-no-start`, `when-no-end`, `when-end-before-start`, `when-open-start`, … */
export const whenDraft = z
  .strictObject({
    start: civilDate.nullable(),
    end: civilDate.nullable(),
    precision: z.enum(whenPrecisions),
    sense: z.enum(whenSenses).default('within'),
    open: z.enum(whenOpenings).default('none'),
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'time-form' })
      .nullish()
      .transform((time) => time ?? null),
    partOfDay: z
      .enum(partsOfDay)
      .nullish()
      .transform((part) => part ?? null),
    phrase: optionalText(300),
    countedFrom: civilDate.nullish().transform((date) => date ?? null),
  })
  .superRefine((when, context) => {
    for (const { path, code } of whenProblems(when)) {
      context.addIssue({ code: 'custom', path, message: code, params: { code } })
    }
  })

function whenProblems(when: When): { path: (keyof When)[]; code: string }[] {
  const { start, end, open } = when
  const problems: { path: (keyof When)[]; code: string }[] = []
  if (open !== 'on-or-before' && start === null) problems.push({ path: ['start'], code: 'when-no-start' })
  if (open !== 'on-or-after' && end === null) problems.push({ path: ['end'], code: 'when-no-end' })
  if (open === 'on-or-before' && start !== null) problems.push({ path: ['start'], code: 'when-open-start' })
  if (open === 'on-or-after' && end !== null) problems.push({ path: ['end'], code: 'when-open-end' })
  if (start !== null && end !== null && end < start)
    problems.push({ path: ['end'], code: 'when-end-before-start' })
  if (when.time !== null && when.precision !== 'minute')
    problems.push({ path: ['time'], code: 'when-time-precision' })
  return problems
}
