import 'server-only'
import type { Viewer } from '@/lib/access/viewer'
import { emptyFilter } from '@/lib/analysis/filter'
import { idsMatching } from '@/lib/db/facts'
import { readConsistently } from '@/lib/db/transaction'
import { statuses } from '@/lib/incident/lists'

/** Ids of the incidents, of every status, that the viewer may read and whose texts match, ascending. */
export const matchingIds = (viewer: Viewer, text: string): Promise<number[]> =>
  readConsistently((db) => idsMatching(db, { ...emptyFilter, text, statuses: [...statuses] }, viewer))
