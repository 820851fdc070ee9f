/** Language, script, region and variants, in this order: what names a language (UTS #35 `unicode_language_id`). */
const form = /^[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-([A-Za-z\d]{5,8}|\d[A-Za-z\d]{3}))*$/

/**
 * Whether `text` is the code of a language, as "ar", "ar-SY" or "zh-Hant": one that every browser can name.
 * Extensions ("ar-u-nu-latn") ask for a way to show it and name none; a variant said twice is malformed.
 */
export function isLanguageCode(text: string): boolean {
  const [, ...variants] = text.toLowerCase().split('-')
  return form.test(text) && new Set(variants).size === variants.length
}
