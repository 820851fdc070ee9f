// npm run compile-gazetteer -- [FOLDER]: builds prisma/gazetteer/*.csv.gz from the source files of FOLDER
// (../shared/data/gazetteer), which prisma/gazetteer/NOTICE.md names with their licences. Run by hand; the result is committed.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { projectRoot } from '@/lib/db/prisma-cli'
import { countryRows } from './gazetteer/countries'
import { divisionRows, divisionsByCountry } from './gazetteer/divisions'
import { moreNames, morePlaces } from './gazetteer/more-places'
import { placeRows } from './gazetteer/places'
import type { CscPlace, CscState, GeonamesCity, Row } from './gazetteer/rows'

const source = process.argv[2] ?? join(projectRoot, '../shared/data/gazetteer')
const target = join(projectRoot, 'prisma/gazetteer')

function read<T>(name: string): T[] {
  const bytes = readFileSync(join(source, name))
  return parse(name.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true, bom: true })
}

function write(name: string, rows: Row[]): void {
  const columns = Object.keys(rows[0] ?? {})
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
  const text = lines.map((line) => line.map(quoted).join(',')).join('\n')
  const packed = gzipSync(`${text}\n`, { level: 9 })
  writeFileSync(join(target, `${name}.csv.gz`), packed)
  console.log(`${name}: ${rows.length} rows, ${Math.round(packed.length / 1024)} kB`)
}

const quoted = (value: string | number) =>
  /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value)

const states = read<CscState>('csc_states_world.csv')
const cities = read<GeonamesCity>('geonames_cities1000_with_arabic.csv.gz')
const extra = read<CscPlace>('csc_places_ar.csv')
const byCountry = divisionsByCountry(states)
const places = placeRows(cities, byCountry)

write('countries', countryRows(states, cities))
write('divisions', divisionRows(states))
write('places', places)
write('more-names', moreNames(extra, places))
write('more-places', morePlaces(extra, places, byCountry))
