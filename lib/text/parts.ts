import { z } from 'zod'
import { cleanText } from './clean-text'

/** Key of a thing within one draft: claims name their statement, cells their party, before any has an id. */
export const draftKey = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, { error: 'key-form' })

/** Id of a record of the database. */
export const recordId = z.int().min(1).max(2_147_483_647)

/** A text in Arabic, in English or in both; whether one is needed is said by who uses it. */
export const textByLanguage = (max: number, multiline = false) =>
  z.strictObject({
    ar: emptyAsNull(cleanText({ max, multiline })),
    en: emptyAsNull(cleanText({ max, multiline })),
  })

/** An optional text: absent, null and white space alone are all null. */
export const optionalText = (max: number, multiline = false) => emptyAsNull(cleanText({ max, multiline }))

function emptyAsNull(text: ReturnType<typeof cleanText>) {
  return text.nullish().transform((value) => (value ? value : null))
}

/** A link to the web; nothing else is ever rendered as a link. */
export const webAddress = cleanText({ max: 2000 })
  .nullish()
  .transform((value) => (value ? value : null))
  .refine((value) => value === null || isWebAddress(value), { error: 'url-form' })

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return (protocol === 'https:' || protocol === 'http:') && hostname !== ''
}
