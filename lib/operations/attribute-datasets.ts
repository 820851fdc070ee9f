import 'server-only'
import type { Summary } from '@/lib/analysis/summary'
import { database } from '@/lib/db/client'
import { allAttributions } from '@/lib/db/datasets'

/** Licence and attribution of every dataset by its slug: to be said wherever its numbers stand. No secret to anybody. */
export const attributeDatasets = (): Promise<
  Record<string, Omit<Summary['attributions'][number], 'incidents'>>
> => allAttributions(database())
