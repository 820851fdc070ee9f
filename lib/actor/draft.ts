import { z } from 'zod'
import { recordId, textByLanguage } from '@/lib/text/parts'
import { actorKinds } from './lists'

/** An actor to add, at the door. */
export const actorDraft = z.strictObject({
  names: textByLanguage(200).refine((names) => names.ar || names.en, { error: 'name-missing' }),
  kind: z.enum(actorKinds),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, { error: 'form-wrong' })
    .nullish()
    .transform((country) => country ?? null),
  /** The actor that it is part of. */
  partOf: recordId.nullish().transform((id) => id ?? null),
})

export type ActorDraft = z.output<typeof actorDraft>
