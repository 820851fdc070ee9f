import { z } from 'zod'

/** Shortest password of an account without a second factor (OWASP ASVS 5.0, 6.2.1 and 6.2.9 ask for 8 and 15). */
export const SHORTEST_ALONE = 15
/** Longest one that is taken; ASVS 6.2.9 asks for 64 at least. The bound keeps hashing from being a weapon. */
export const LONGEST = 256

/** A password as typed: any characters, never trimmed or changed. Length is counted in code points. */
export const newPassword = z
  .string({ error: 'password-missing' })
  .refine((text) => [...text].length <= LONGEST, { error: 'password-too-long' })
  .refine((text) => [...text].length >= SHORTEST_ALONE, { error: 'password-too-short' })
