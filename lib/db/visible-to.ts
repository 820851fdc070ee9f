import type { Viewer } from '@/lib/access/viewer'
import { visibleTo } from '@/lib/access/visible-to'
import { type Visibility, visibilities } from '@/lib/incident/lists'
import { Prisma } from '@/prisma/generated/client'

/** What the viewer may read of a table with a `visibility`, as a condition on its alias. */
export function visibleRows(viewer: Viewer, alias: 'i' | 'r' | 's' | 'c'): Prisma.Sql {
  return rowsOfVisibility(visibleTo(viewer), alias)
}

/** Rows of the visibilities given. All of them need no look at the column, which on large tables is felt. */
export function rowsOfVisibility(visible: readonly Visibility[], alias: 'i' | 'r' | 's' | 'c'): Prisma.Sql {
  if (visibilities.every((one) => visible.includes(one))) return Prisma.sql`true`
  return Prisma.sql`${Prisma.raw(alias)}.visibility = any(${[...visible]}::text[])`
}

/** The same for Prisma's own queries. */
export const visibleWhere = (viewer: Viewer): { visibility: { in: Visibility[] } } => ({
  visibility: { in: [...visibleTo(viewer)] },
})
