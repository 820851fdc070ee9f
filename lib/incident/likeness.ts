import { z } from 'zod'
import { draftKey, optionalText, recordId } from '@/lib/text/parts'
import { civilDate } from './civil-date'

/** What of a half-typed incident is enough to look for its like. */
export const likenessDraft = z.strictObject({
  incidents: z
    .array(
      z.strictObject({
        key: draftKey,
        code: optionalText(20),
        placeId: recordId,
        start: civilDate.nullable(),
        end: civilDate.nullable(),
        actors: z.array(recordId).max(50),
      }),
    )
    .min(1)
    .max(20),
})

export type Likeness = z.output<typeof likenessDraft>['incidents'][number]

export type LikenessReason = 'same-place' | 'near-place' | 'close-dates' | 'same-parties'

/** Days between two spans that still count as close: news of one event is dated a day or two apart. */
export const CLOSE_DAYS = 3
/** Kilometres between two points that still count as near. */
export const NEAR_KM = 15
