import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import {
  insertPlaceNames,
  insertPlaces,
  isGazetteerLoaded,
  loadingGazetteer,
  type NewName,
  type NewPlace,
} from '@/lib/db/gazetteer-rows'
import { projectRoot } from '@/lib/db/prisma-cli'
import { fold } from '@/lib/text/fold'

const folder = join(projectRoot, 'prisma/gazetteer')

/** A place of the files with its names by language, the usual one of each language first. */
interface Shipped extends NewPlace {
  names: { lang: string; name: string }[]
}

type Line = Record<string, string | undefined>

async function lines(file: string): Promise<Line[]> {
  const bytes = await readFile(join(folder, file))
  return parse(file.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true, skip_empty_lines: true })
}

/**
 * Puts the gazetteer that ships with the app into the database: countries, divisions, populated places, and their names; all
 * or, if it is cut short, nothing. Does nothing where it is there already.
 */
export async function loadGazetteer(say: (line: string) => void = () => {}): Promise<void> {
  if (await isGazetteerLoaded()) return
  const shipped = await shippedPlaces()
  say(`Loading the gazetteer: ${shipped.length} places`)
  await loadingGazetteer(async (db) => {
    for (const level of byDepth(shipped)) await insertPlaces(db, level)
    await insertPlaceNames(db, shipped.flatMap(namesOf))
  })
}

/** Parents before what lies in them. */
function byDepth(places: Shipped[]): Shipped[][] {
  const parents = new Map(places.map(({ key, parent }) => [key, parent]))
  const depthOf = (key: string | null): number => (key === null ? -1 : 1 + depthOf(parents.get(key) ?? null))
  const levels: Shipped[][] = []
  for (const place of places) {
    const depth = depthOf(place.key)
    levels[depth] ??= []
    levels[depth]?.push(place)
  }
  return levels
}

/** Every place of the files, with the aliases and further Arabic names given to the places they belong to. */
async function shippedPlaces(): Promise<Shipped[]> {
  const arabic = new Map((await lines('more-names.csv.gz')).map((line) => [line.id, line.name]))
  const countries = (await lines('countries.csv.gz')).map((line) => unit(line, 'country'))
  const divisions = (await lines('divisions.csv.gz')).map((line) =>
    unit(line, line.parent?.startsWith('iso:') ? 'division' : 'district'),
  )
  const cities = (await lines('places.csv.gz')).map((line) =>
    place({ ...line, arabic: line.arabic || arabic.get(line.id) }, 'geonames'),
  )
  const more = (await lines('more-places.csv.gz')).map((line) => place(line, 'csc-place'))
  const all = [...countries, ...divisions, ...cities, ...more]
  addAliases(all, await lines('aliases.csv'))
  return all
}

function unit(line: Line, kind: string): Shipped {
  const names = (line.names ?? '').split('|').map((pair) => {
    const colon = pair.indexOf(':')
    return { lang: pair.slice(0, colon), name: pair.slice(colon + 1) }
  })
  return { key: line.key ?? '', kind, parent: line.parent || null, ...common(line), names }
}

function place(line: Line, source: string): Shipped {
  const names = [{ lang: 'en', name: line.name ?? '' }]
  if (line.arabic) names.push({ lang: 'ar', name: line.arabic })
  const parent = line.division ? `csc-state:${line.division}` : `iso:${line.country}`
  return { key: `${source}:${line.id}`, kind: line.kind || 'city', parent, ...common(line), names }
}

function common({ country, lat, lon, population }: Line) {
  const degrees = (text: string | undefined) => (text ? Number(text) : null)
  return { country: country ?? '', lat: degrees(lat), lon: degrees(lon), population: Number(population) || 0 }
}

/** An alias belongs to the most populous place of its country and kind that bears the name. */
function addAliases(all: Shipped[], aliases: Line[]): void {
  const keyOf = (country = '', kind = '', name = '') => `${country} ${kind} ${fold(name)}`
  const wanted = new Set(aliases.map(({ country, kind, place }) => keyOf(country, kind, place)))
  const found = new Map<string, Shipped>()
  for (const candidate of all) {
    const key = keyOf(candidate.country, candidate.kind, candidate.names[0]?.name)
    const better = candidate.population >= (found.get(key)?.population ?? 0)
    if (wanted.has(key) && better) found.set(key, candidate)
  }
  for (const { country, kind, place, lang = '', name = '', usual } of aliases) {
    const owner = found.get(keyOf(country, kind, place))
    if (!owner) throw new Error(`prisma/gazetteer/aliases.csv: no ${kind} "${place}" in ${country}`)
    if (usual) owner.names.unshift({ lang, name })
    else owner.names.push({ lang, name })
  }
}

function namesOf({ key, names }: Shipped): NewName[] {
  return names.map(({ lang, name }, at) => ({
    key,
    lang,
    name,
    primary: names.findIndex((other) => other.lang === lang) === at,
  }))
}
