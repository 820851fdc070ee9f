// npm run check-import -- FILE…: recomputes from UCDP GED files what the database should hold of them, and compares.
// It shares nothing with the importer: another CSV parser, no module of lib/, countries by their names and not by
// their numbers, the rule for contradictory triples written anew. Files stand in the order of their versions.
//
// Compared for each incident: span, low, best, high, and the four counts by side. Summed for the eye: incidents, low,
// best and high by year and by country, and best by side. Ends with 1 where anything differs.

import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import Papa from 'papaparse'
import pg from 'pg'

const files = process.argv.slice(2)
if (files.length === 0 || !process.env.DATABASE_URL) {
  console.error('usage: DATABASE_URL=postgresql://… node lib/commands/check-import.mjs FILE…')
  process.exit(2)
}

function readRows(path) {
  const bytes = readFileSync(path)
  const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '')
  if (text.trimStart().startsWith('{')) {
    return JSON.parse(text).features.map(({ properties }) => properties)
  }
  const { data } = Papa.parse(text, {
    header: true,
    skipEmptyLines: true,
    transformHeader: (name) => name.toLowerCase(),
  })
  return data.filter((row) => !String(row.date_start).startsWith('#'))
}

/** Low, best and high in order; a triple of zeros says that nothing was recorded. */
function triple(row) {
  const sorted = [row.low, row.best, row.high].map(Number).sort((a, b) => a - b)
  return sorted[2] === 0 ? [null, null, null] : sorted
}

const regionNames = new Intl.DisplayNames('en', { type: 'region' })
const codes = new Map()
for (let a = 65; a <= 90; a += 1)
  for (let b = 65; b <= 90; b += 1) {
    const code = String.fromCharCode(a, b)
    const name = regionNames.of(code)
    if (name !== code && !codes.has(name)) codes.set(name, code)
  }
const otherwise = {
  'DR Congo': 'CD',
  'Bosnia-Herzegovina': 'BA',
  'Macedonia, FYR': 'MK',
  'Kingdom of eSwatini': 'SZ',
  'Ivory Coast': 'CI',
  Myanmar: 'MM',
  Turkey: 'TR',
  // Intl knows the states that these were before by the same names.
  Serbia: 'RS',
  Yemen: 'YE',
}

/** "Yemen (North Yemen)" is Yemen. */
function countryCode(name) {
  const short = name.replace(/\s*\(.*\)$/, '')
  return otherwise[short] ?? codes.get(short) ?? name
}

const counted = (number) => Number(number) || null

/** By id; a row of a later file takes the place of an earlier one's. */
function expected() {
  const incidents = new Map()
  for (const row of files.flatMap(readRows)) {
    const [low, best, high] = triple(row)
    incidents.set(String(row.id), {
      country: countryCode(row.country),
      start: String(row.date_start).slice(0, 10),
      end: String(row.date_end).slice(0, 10),
      low,
      best,
      high,
      a: counted(row.deaths_a),
      b: counted(row.deaths_b),
      civilians: counted(row.deaths_civilians),
      unknown: counted(row.deaths_unknown),
    })
  }
  return incidents
}

const query = `
  select s.external_id as id, country.country, i.start_on::text as start, i.end_on::text as "end",
    whole.low, whole.best, whole.high, a.best as a, b.best as b, c.best as civilians, u.best as unknown,
    (i.killed_low, i.killed_best, i.killed_high) is distinct from (whole.low, whole.best, whole.high) as facts_differ
  from source_row s
  join dataset d on d.id = s.dataset_id and d.slug = 'ucdp-ged'
  join incident i on i.id = s.incident_id and i.deleted_at is null
  join place p on p.id = i.place_id
  join place country on country.id = p.path[1]
  left join party pa on pa.incident_id = i.id and pa.position = 0
  left join party pb on pb.incident_id = i.id and pb.position = 1
  left join figure whole on whole.incident_id = i.id and whole.outcome = 'killed' and whole.party_id is null and whole.person_status is null
  left join figure a on a.party_id = pa.id and a.outcome = 'killed' and a.person_status is null
  left join figure b on b.party_id = pb.id and b.outcome = 'killed' and b.person_status is null
  left join figure c on c.incident_id = i.id and c.outcome = 'killed' and c.party_id is null and c.person_status = 'civilian'
  left join figure u on u.incident_id = i.id and u.outcome = 'killed' and u.party_id is null and u.person_status = 'unknown'`

async function stored() {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  const { rows } = await client.query(query)
  await client.end()
  return rows
}

function tally(incidents, keyOf) {
  const sums = new Map()
  for (const incident of incidents) {
    const key = keyOf(incident)
    const sum = sums.get(key) ?? {
      incidents: 0,
      low: 0,
      best: 0,
      high: 0,
      a: 0,
      b: 0,
      civilians: 0,
      unknown: 0,
    }
    sum.incidents += 1
    for (const name of ['low', 'best', 'high', 'a', 'b', 'civilians', 'unknown'])
      sum[name] += incident[name] ?? 0
    sums.set(key, sum)
  }
  return sums
}

let differences = 0
function differ(text) {
  differences += 1
  if (differences <= 20) console.error(`DIFFERS ${text}`)
}

function compareEach(wanted, found) {
  const left = new Map(wanted)
  for (const { id, facts_differ, ...row } of found) {
    const want = left.get(id)
    left.delete(id)
    if (!want) differ(`incident ${id} is in the database and in no file`)
    else if (JSON.stringify(want) !== JSON.stringify(row))
      differ(`${id}: ${JSON.stringify(want)} in the files, ${JSON.stringify(row)} stored`)
    if (facts_differ) differ(`${id}: the fact columns are not the figure`)
  }
  for (const id of left.keys()) differ(`incident ${id} is in the files and not in the database`)
}

function compareSums(title, wanted, found, keyOf, shown) {
  const [files, database] = [tally(wanted, keyOf), tally(found, keyOf)]
  console.log(`${title.padEnd(8)} ${shown.map((name) => name.padStart(10)).join('')}`)
  const keys = [...new Set([...files.keys(), ...database.keys()])]
  for (const key of keys.sort((a, b) => a.localeCompare(b))) {
    const [want, have] = [files.get(key), database.get(key)]
    const same = want && have && shown.every((name) => want[name] === have[name])
    if (!same) differ(`${title} ${key}: ${JSON.stringify(want)} in the files, ${JSON.stringify(have)} stored`)
    console.log(
      `${String(key).padEnd(8)} ${shown.map((name) => String(have?.[name] ?? '–').padStart(10)).join('')}`,
    )
  }
}

const wanted = expected()
const found = await stored()
compareEach(wanted, found)
const all = [...wanted.values()]
compareSums('year', all, found, ({ start }) => start.slice(0, 4), ['incidents', 'low', 'best', 'high'])
compareSums('country', all, found, ({ country }) => country, ['incidents', 'low', 'best', 'high'])
compareSums('side', all, found, () => 'all', ['a', 'b', 'civilians', 'unknown'])
console.log(
  `${wanted.size} incidents in the files, ${found.length} in the database, ${differences} differences`,
)
process.exit(differences > 0 ? 1 : 0)
