import { fold } from './fold'

/** Arabic-Indic and Persian digits made Latin; nothing else changed. */
export function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => fold(digit))
}

/** A whole number written in digits of either kind, grouped in thousands or not; null for anything else, 1.200 included. */
export function readInteger(text: string): number | null {
  const plain = latinDigits(text.trim())
  if (!/^(?:\d{1,9}|\d{1,3}(?:([,٬\u00a0\u202f ])\d{3})(?:\1\d{3})?)$/.test(plain)) return null
  return Number(plain.replace(/\D/g, ''))
}

/**
 * Words for a number that is not said, each with the least it can mean: [min, ∞). "A few" and "several" are more than the two
 * that a language names otherwise; tens, dozens and the like are read at their least plural, one of them.
 */
export const vagueWords: { language: 'ar' | 'en'; word: string; min: number }[] = [
  { language: 'ar', word: 'عدة', min: 3 },
  { language: 'ar', word: 'عدد من', min: 3 },
  { language: 'ar', word: 'بضعة', min: 3 },
  { language: 'ar', word: 'بضع', min: 3 },
  { language: 'ar', word: 'العشرات', min: 10 },
  { language: 'ar', word: 'عشرات', min: 10 },
  { language: 'ar', word: 'المئات', min: 100 },
  { language: 'ar', word: 'مئات', min: 100 },
  { language: 'ar', word: 'آلاف', min: 1000 },
  { language: 'ar', word: 'الآلاف', min: 1000 },
  { language: 'en', word: 'a few', min: 3 },
  { language: 'en', word: 'several', min: 3 },
  { language: 'en', word: 'a number of', min: 3 },
  { language: 'en', word: 'tens', min: 10 },
  { language: 'en', word: 'dozens', min: 12 },
  { language: 'en', word: 'scores', min: 20 },
  { language: 'en', word: 'hundreds', min: 100 },
  { language: 'en', word: 'thousands', min: 1000 },
]
