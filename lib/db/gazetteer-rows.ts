import { fold } from '@/lib/text/fold'
import type { Prisma } from '@/prisma/generated/client'
import { database } from './client'

export interface NewPlace {
  key: string
  kind: string
  country: string
  /** Key of the place that it lies in; its row must be there. */
  parent: string | null
  lat: number | null
  lon: number | null
  population: number
}

export interface NewName {
  key: string
  lang: string
  name: string
  primary: boolean
}

const CHUNK = 20_000

function* chunks<T>(rows: T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += CHUNK) yield rows.slice(at, at + CHUNK)
}

/** Whether the shipped places are there. Countries alone say nothing: imports bring those too. */
export async function isGazetteerLoaded(): Promise<boolean> {
  const [row] = await database().$queryRaw<{ loaded: boolean }[]>`
    select exists (select 1 from place where key like 'geonames:%') as loaded`
  return row?.loaded ?? false
}

/**
 * Runs `work` in one transaction, so that a load that was cut short leaves nothing. The indexes that words are looked up by are
 * made anew at its end: filled row by row they are three times as large. Look-ups of others wait meanwhile.
 */
export async function loadingGazetteer(work: (db: Prisma.TransactionClient) => Promise<void>): Promise<void> {
  await database().$transaction(
    async (db) => {
      const indexes = await db.$queryRaw<{ name: string; definition: string }[]>`
        select quote_ident(indexname) as name, indexdef as definition from pg_indexes
        where schemaname = current_schema() and tablename in ('place', 'place_name')
          and indexdef ~ ' USING (gin|hash) '`
      for (const { name } of indexes) await db.$executeRawUnsafe(`drop index ${name}`)
      await work(db)
      await db.$executeRaw`set local maintenance_work_mem = '256MB'`
      for (const { definition } of indexes) await db.$executeRawUnsafe(definition)
    },
    { timeout: 600_000, maxWait: 10_000 },
  )
}

/** Inserts places whose parents are there; those with a known key stay as they are. */
export async function insertPlaces(db: Prisma.TransactionClient, places: NewPlace[]): Promise<void> {
  for (const rows of chunks(places)) {
    const of = <K extends keyof NewPlace>(column: K) => rows.map((row) => row[column])
    await db.$executeRaw`
      with row as materialized (
        select nextval('place_id_seq')::int as id, given.*
        from unnest(${of('key')}::text[], ${of('kind')}::text[], ${of('country')}::text[], ${of('parent')}::text[],
                    ${of('lat')}::float8[], ${of('lon')}::float8[], ${of('population')}::int[])
          as given(key, kind, country, parent, lat, lon, population)
      )
      insert into place (id, key, kind, country, parent_id, path, lat, lon, population)
      select row.id, row.key, row.kind, row.country, parent.id, coalesce(parent.path, '{}') || row.id,
             row.lat, row.lon, row.population
      from row left join place parent on parent.key = row.parent
      on conflict (key) do nothing`
  }
  // Else the plans made while the tables were empty (those of the foreign keys too) are kept to the end.
  await db.$executeRaw`analyze place`
}

/** Inserts names of places that are there, folded for look-up; known ones stay. */
export async function insertPlaceNames(db: Prisma.TransactionClient, names: NewName[]): Promise<void> {
  for (const rows of chunks(names)) {
    const of = <K extends keyof NewName>(column: K) => rows.map((row) => row[column])
    const folded = rows.map((row) => fold(row.name))
    await db.$executeRaw`
      insert into place_name (place_id, lang, name, folded, "primary")
      select place.id, given.lang, given.name, given.folded, given."primary"
      from unnest(${of('key')}::text[], ${of('lang')}::text[], ${of('name')}::text[], ${folded}::text[],
                  ${of('primary')}::boolean[]) as given(key, lang, name, folded, "primary")
      join place on place.key = given.key
      on conflict (place_id, lang, name) do nothing`
  }
  await db.$executeRaw`analyze place_name`
}
