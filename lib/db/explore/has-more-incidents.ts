import type { Viewer } from '@/lib/access/viewer'
import type { Database } from '../transaction'
import { presentIncidents } from '../visible-to'

/** Whether the viewer may read more than so many incidents. Counted only where there are so many ids. */
export async function hasMoreIncidents(db: Database, viewer: Viewer, most: number): Promise<boolean> {
  const [row] = await db.$queryRaw<{ any: boolean }[]>`
    select case when (select max(id) from incident) > ${most}::int then exists (
      select from incident i where ${presentIncidents(viewer)} offset ${most}::int) else false end "any"`
  return row?.any ?? false
}
