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

function* chunks<T>(rows: T[]): Generator<string> {
  for (let at = 0; at < rows.length; at += CHUNK) yield JSON.stringify(rows.slice(at, at + CHUNK))
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
    await database().$executeRaw`
      with row as materialized (
        select nextval(pg_get_serial_sequence('place', 'id'))::int as id, given.*
        from jsonb_to_recordset(${rows}::jsonb)
          as given(key text, kind text, country text, parent text, lat float8, lon float8, population int)
        where not exists (select 1 from place where place.key = given.key)
      )
      insert into place (id, key, kind, country, parent_id, path, lat, lon, population)
      select row.id, row.key, row.kind, row.country, parent.id, coalesce(parent.path, '{}') || row.id,
             row.lat, row.lon, row.population
      from row left join place parent on parent.key = row.parent
      on conflict (key) do nothing`
  }
}

/** Inserts names of places that are there, folded for look-up; known ones stay. */
export async function insertPlaceNames(names: NewName[]): Promise<void> {
  for (const rows of chunks(names)) {
    await database().$executeRaw`
      insert into place_name (place_id, lang, name, folded, "primary")
      select place.id, given.lang, given.name, waqai_fold(given.name), given."primary"
      from jsonb_to_recordset(${rows}::jsonb) as given(key text, lang text, name text, "primary" boolean)
      join place on place.key = given.key
      on conflict (place_id, lang, name) do nothing`
  }
}
