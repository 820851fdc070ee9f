import 'server-only'
import type { PlaceKind } from '@/lib/place/where'
import type { Bulk } from './bulk'

/** A place to be found by one of its spellings within its parent's country, or else to be made. */
export interface PlaceWanted {
  key: string
  kind: PlaceKind
  country: string | null
  parentId: number | null
  lat: number | null
  lon: number | null
  name: string
  /** Folded spellings to look for in the gazetteer; none where only the key counts. */
  spellings: string[]
}

/** Ids of places by their key. */
export async function placesByKey(bulk: Bulk, keys: readonly string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map()
  const { rows } = await bulk.query<{ key: string; id: number }>(
    'select key, id from place where key = any($1::text[])',
    [keys],
  )
  return new Map(rows.map(({ key, id }) => [key, id]))
}

/** Countries of the gazetteer by ISO code. */
export async function countriesByCode(bulk: Bulk, codes: readonly string[]): Promise<Map<string, number>> {
  if (codes.length === 0) return new Map()
  const { rows } = await bulk.query<{ country: string; id: number }>(
    `select country, min(id) as id from place where kind = 'country' and country = any($1::text[]) group by country`,
    [codes],
  )
  return new Map(rows.map(({ country, id }) => [country, id]))
}

/**
 * First-order divisions of the gazetteer, by the key of who asks: the same folded name within the country, else the
 * most alike if it is very alike ("Hamah" for "Hama"). 0.55 of pg_trgm tells every division of Syria, Ukraine and
 * the Central African Republic apart.
 */
export async function matchDivisions(
  bulk: Bulk,
  wanted: readonly PlaceWanted[],
): Promise<Map<string, number>> {
  const asked = spelled(wanted)
  if (asked.length === 0) return new Map()
  const { rows } = await bulk.query<{ key: string; id: number }>(
    `select distinct on (w.key) w.key, p.id
       from unnest($1::text[], $2::text[], $3::text[]) as w (key, country, spelling)
       join place p on p.country = w.country and p.kind = 'division'
       join place_name n on n.place_id = p.id
      where similarity(n.folded, w.spelling) > 0.55
      order by w.key, similarity(n.folded, w.spelling) desc, array_length(p.path, 1), p.id`,
    [asked.map((a) => a.key), asked.map((a) => a.country), asked.map((a) => a.spelling)],
  )
  return new Map(rows.map(({ key, id }) => [key, id]))
}

/** Settlements of the gazetteer with one of the spellings, the nearest within about 20 km, by the key of who asks. */
export async function matchSettlements(
  bulk: Bulk,
  wanted: readonly PlaceWanted[],
): Promise<Map<string, number>> {
  const asked = spelled(wanted)
  if (asked.length === 0) return new Map()
  const { rows } = await bulk.query<{ key: string; id: number }>(
    `select distinct on (w.key) w.key, p.id
       from unnest($1::text[], $2::text[], $3::text[], $4::float8[], $5::float8[])
            as w (key, country, spelling, lat, lon)
       join place p on p.country = w.country and p.kind = 'city'
        and p.lat between w.lat - 0.2 and w.lat + 0.2 and p.lon between w.lon - 0.25 and w.lon + 0.25
       join place_name n on n.place_id = p.id and n.folded = w.spelling
      where p.key not like 'ucdp:%'
      order by w.key, (p.lat - w.lat) ^ 2 + (p.lon - w.lon) ^ 2, p.id`,
    [
      asked.map((a) => a.key),
      asked.map((a) => a.country),
      asked.map((a) => a.spelling),
      asked.map((a) => a.lat),
      asked.map((a) => a.lon),
    ],
  )
  return new Map(rows.map(({ key, id }) => [key, id]))
}

const spelled = (wanted: readonly PlaceWanted[]) =>
  wanted.flatMap((want) => want.spellings.map((spelling) => ({ ...want, spelling })))

/** Makes the places whose key nothing has yet, with one English name each, and gives the ids of all. */
export async function makePlaces(bulk: Bulk, wanted: readonly PlaceWanted[]): Promise<Map<string, number>> {
  if (wanted.length === 0) return new Map()
  const columns = [
    wanted.map((want) => want.key),
    wanted.map((want) => want.kind),
    wanted.map((want) => want.country),
    wanted.map((want) => want.parentId),
    wanted.map((want) => want.lat),
    wanted.map((want) => want.lon),
    wanted.map((want) => want.name),
  ]
  await bulk.query(
    `with wanted as (
       select w.*, nextval(pg_get_serial_sequence('place', 'id'))::int as id
         from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::float8[], $6::float8[], $7::text[])
              as w (key, kind, country, parent_id, lat, lon, name)
        where not exists (select from place p where p.key = w.key)
     ), made as (
       insert into place (id, key, kind, country, parent_id, path, lat, lon)
       select w.id, w.key, w.kind, w.country, w.parent_id, coalesce(p.path, '{}') || w.id, w.lat, w.lon
         from wanted w left join place p on p.id = w.parent_id
       on conflict (key) do nothing
       returning id
     )
     insert into place_name (place_id, lang, name, folded)
     select made.id, 'en', w.name, waqai_fold(w.name) from made join wanted w on w.id = made.id`,
    columns,
  )
  return placesByKey(
    bulk,
    wanted.map((want) => want.key),
  )
}

/** What text search finds of each place: its primary names and those of the places above it, folded. */
export async function placeSearchTexts(bulk: Bulk, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await bulk.query<{ id: number; text: string }>(
    `select p.id, string_agg(distinct n.folded, ' ') as text
       from place p join place_name n on n.place_id = any(p.path) and n."primary"
      where p.id = any($1::int[]) group by p.id`,
    [ids],
  )
  return new Map(rows.map(({ id, text }) => [id, text]))
}
