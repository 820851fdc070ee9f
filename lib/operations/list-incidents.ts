import 'server-only'
import type { Viewer } from '@/lib/access/viewer'
import { readCursor, writeCursor } from '@/lib/analysis/cursor'
import type { Filter } from '@/lib/analysis/filter'
import { writeFilter } from '@/lib/analysis/filter-url'
import type { IncidentGroup, IncidentPage } from '@/lib/analysis/listed'
import type { Bucket } from '@/lib/analysis/summary'
import { plainView, type View } from '@/lib/analysis/view'
import { countGroups, pageOfIncidents, yearsListed } from '@/lib/db/incident-list'
import { readConsistently } from '@/lib/db/transaction'
import { Refusal } from '@/lib/problem'
import { requireNamed } from './name-filter'

interface Asked {
  /** `next` of the page before. */
  cursor?: string | null
  limit?: number
  /** Only incidents sorted into this stretch: the contents of one heading. */
  within?: Bucket | null
}

const PAGE = 50

/**
 * A page of the incidents of `filter`, in the view's order; parties, places and facts included. Ask again with `next`
 * as cursor: rows written meanwhile neither repeat nor hide others. Refuses a cursor that belongs to another filter or
 * order, or to none (`cursor-broken`), and a filter that names what there is not.
 */
export async function listIncidents(
  viewer: Viewer,
  filter: Filter,
  view: Pick<View, 'order'>,
  { cursor = null, limit = PAGE, within = null }: Asked = {},
): Promise<IncidentPage> {
  const scope = `${writeFilter(filter, { ...plainView, order: view.order })}|${within?.start ?? ''}|${within?.end ?? ''}`
  const after = cursor === null ? null : readCursor(cursor, scope)
  if (cursor !== null && after === null) {
    throw new Refusal('invalid', [{ path: ['cursor'], code: 'cursor-broken' }])
  }
  await requireNamed(viewer, filter)
  // One more than asked for tells whether there is a next page.
  const page = { order: view.order, after, limit: limit + 1, within }
  const rows = await readConsistently((db) => pageOfIncidents(db, filter, viewer, page))
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    incidents: shown.map((row) => row.incident),
    next: rows.length > limit && last ? writeCursor(last.position, scope) : null,
  }
}

/** The timeline's headings with their counts, in the view's order; the contents come by `listIncidents` with `within`. */
export async function countIncidentGroups(
  viewer: Viewer,
  filter: Filter,
  view: Pick<View, 'order' | 'group'>,
): Promise<IncidentGroup[]> {
  await requireNamed(viewer, filter)
  return await readConsistently((db) => countGroups(db, filter, viewer, view))
}

/** Years that hold any incident that the viewer may list, the latest first. */
export const yearsOnRecord = async (viewer: Viewer): Promise<number[]> =>
  await readConsistently((db) => yearsListed(db, viewer))
