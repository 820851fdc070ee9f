import { z } from 'zod'

/**
 * How a part of a draft stands to what is protected. `protected`: its values are the true ones, to be kept apart and
 * masked; `masked`: its values are the mask, the truth stays as it is stored; `none`: its values are for everybody who
 * reads it. Null says nothing of it: what is stored stays what it is.
 */
export const protections = ['none', 'protected', 'masked'] as const
export type Protection = (typeof protections)[number]

export const protectionField = z
  .enum(protections)
  .nullish()
  .transform((protection) => protection ?? null)

/** Stands where an outlet is protected, and is shown as words in the reader's language. */
export const PROTECTED_OUTLET = '•••'
