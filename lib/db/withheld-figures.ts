import 'server-only'
import { isOfTeam } from '@/lib/access/questions'
import { readSettings } from '@/lib/access/settings'
import type { Viewer } from '@/lib/access/viewer'
import { Prisma } from '@/prisma/generated/client'
import { storedSettings } from './settings'
import type { Database } from './transaction'

/**
 * Whether a figure that leaves out claims withheld from its reader says so. By default it does not: nothing hints at
 * what one may not see.
 */
export async function saysWithheld(db: Database): Promise<boolean> {
  return readSettings(await storedSettings(db)).withheldFigures === 'say-so'
}

/**
 * Of `incident i`: whether its facts, as lists and charts tell them to the viewer, leave out claims and are to say so.
 * Facts are those of an audience: they leave the same out for somebody named who sees more on the incident's own page.
 */
export async function leavesOutClaims(db: Database, viewer: Viewer): Promise<Prisma.Sql> {
  if (!(await saysWithheld(db))) return Prisma.sql`false`
  return isOfTeam(viewer) ? Prisma.sql`i.withheld_from_team` : Prisma.sql`i.withheld`
}
