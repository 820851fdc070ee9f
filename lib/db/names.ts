import type { NamedPlace } from '@/lib/analysis/listed'
import type { NamedReport, NamesByLanguage } from '@/lib/analysis/summary'
import type { PlaceKind } from '@/lib/place/where'
import { Prisma } from '@/prisma/generated/client'
import type { Database } from './transaction'

interface NameRow {
  id: number
  ar: string | null
  en: string | null
  any: string | null
}

/** Primary names of actors by id. Who has neither an Arabic nor an English one is called by another, as `en`. */
export async function actorNames(db: Database, ids: number[]): Promise<Map<number, NamesByLanguage>> {
  if (ids.length === 0) return new Map()
  const rows = await db.$queryRaw<NameRow[]>`
    select a.id, ${primaryNames}
    from actor a left join actor_name n on n.actor_id = a.id
    where a.id = any(${ids}::int[]) group by a.id`
  return new Map(rows.map((row) => [row.id, namesOf(row)]))
}

/** Places by id, with their primary names. */
export async function namedPlaces(db: Database, ids: number[]): Promise<Map<number, NamedPlace>> {
  if (ids.length === 0) return new Map()
  const rows = await db.$queryRaw<(NameRow & { kind: PlaceKind; country: string | null })[]>`
    select p.id, p.kind, p.country, ${primaryNames}
    from place p left join place_name n on n.place_id = p.id
    where p.id = any(${ids}::int[]) group by p.id`
  return new Map(
    rows.map((row) => [row.id, { id: row.id, kind: row.kind, country: row.country, names: namesOf(row) }]),
  )
}

/** What the reports with these ids are called: as their rows say it, so a protected source by its mask. */
export async function reportNames(db: Database, ids: number[]): Promise<Map<number, NamedReport>> {
  if (ids.length === 0) return new Map()
  const rows = await db.$queryRaw<NamedReport[]>`
    select r.id report, r.outlet, r.title, to_char(r.published_on, 'YYYY-MM-DD') "publishedOn"
    from report r where r.id = any(${ids}::int[]) order by r.id`
  return new Map(rows.map((row) => [row.report, row]))
}

const primaryNames = Prisma.sql`
  min(n.name) filter (where n.lang = 'ar' and n.primary) ar,
  min(n.name) filter (where n.lang = 'en' and n.primary) en,
  coalesce(min(n.name) filter (where n.primary), min(n.name)) "any"`

function namesOf({ ar, en, any }: NameRow): NamesByLanguage {
  return { ar, en: en ?? (ar === null ? any : null) }
}
