import { useTranslations } from 'next-intl'
import type { Count } from '@/lib/claim/count'

/** How many, as it was said: "exactly 4", "at least 5", "several, no number given". */
export function CountText({ count }: { count: Count }) {
  const t = useTranslations('claim.count')
  const { operator, min, point, max, word } = count
  const key = operator === 'between' && point !== null ? 'between-with-point' : operator
  return <>{t(key, { min: min ?? 0, point: point ?? 0, max: max ?? 0, word: word ?? '' })}</>
}
