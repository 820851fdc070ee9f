import { z } from 'zod'
import { recordId, textByLanguage } from '@/lib/text/parts'

/** A place that the gazetteer lacks, at the door. Countries and divisions come with the gazetteer only. */
export const placeDraft = z.strictObject({
  names: textByLanguage(200).refine((names) => names.ar || names.en, { error: 'name-missing' }),
  kind: z.enum(['district', 'city', 'area', 'site']),
  parentId: recordId,
  point: z
    .strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
    .nullish()
    .transform((point) => point ?? null),
})

export type PlaceDraft = z.output<typeof placeDraft>
