import type { Count } from '@/lib/claim/count'

/** The count in a quote, or null where it gives none. */
export function readQuotedCount(quote: string): Count | null {
  void quote
  return null
}
