import { fold } from '@/lib/text/fold'
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

/** How many places of the shipped files are there. */
export async function shippedPlaceCount(): Promise<number> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from place
    where key like 'iso:%' or key like 'csc-%' or key like 'geonames:%'`
  return row?.count ?? 0
}

/** Inserts places whose parents are there; those with a known key stay as they are. */
export async function insertPlaces(places: NewPlace[]): Promise<void> {
  for (const rows of chunks(places)) {
    const of = <K extends keyof NewPlace>(column: K) => rows.map((row) => row[column])
    await database().$executeRaw`
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
  await database().$executeRaw`analyze place`
}

/** Inserts names of places that are there, folded for look-up; known ones stay. */
export async function insertPlaceNames(names: NewName[]): Promise<void> {
  for (const rows of chunks(names)) {
    const of = <K extends keyof NewName>(column: K) => rows.map((row) => row[column])
    const folded = rows.map((row) => fold(row.name))
    await database().$executeRaw`
      insert into place_name (place_id, lang, name, folded, "primary")
      select place.id, given.lang, given.name, given.folded, given."primary"
      from unnest(${of('key')}::text[], ${of('lang')}::text[], ${of('name')}::text[], ${folded}::text[],
                  ${of('primary')}::boolean[]) as given(key, lang, name, folded, "primary")
      join place on place.key = given.key
      on conflict (place_id, lang, name) do nothing`
  }
  await database().$executeRaw`analyze place_name`
}
