import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, it } from 'vitest'
import { keeper } from '@/lib/access/viewer'
import { lettersInNoOrder } from '@/lib/db/incompressible.test-kit'
import { freshDatabase } from '@/lib/db/test-database'
import { gedColumns } from '@/lib/formats/ucdp-ged-columns'
import { logDraft } from '@/lib/incident/log-draft'
import { Refusal } from '@/lib/problem'
import { readIncidentLog } from './edit-incident'
import { fileOf, type GedCells, gedFile, gedRow } from './ged-file.test-kit'
import { importDataset } from './import-dataset'
import { readIncident, readIncidentVersion } from './read-incident'
import { recordLog } from './record-log'

const { prisma } = await freshDatabase()
const columns41 = gedColumns.filter(
  (name) => !/^(relid|code_status|.*_dset_id|where_description|gwnoa)$/.test(name),
)
const tables = [
  'incident',
  'source_row',
  'incident_version',
  'party',
  'claim',
  'figure',
  'place',
  'actor',
] as const

const upper = (name: string) => name.toUpperCase()
const upperCase = (row: GedCells): GedCells =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [upper(name), value]))

async function rowCounts() {
  const counts: Record<string, number> = {}
  for (const table of [...tables, 'dataset', 'import', 'import_problem', 'statement', 'report', 'revision']) {
    const [row] = await prisma.$queryRawUnsafe<{ n: bigint }[]>(`select count(*) n from "${table}"`)
    counts[table] = Number(row?.n)
  }
  return counts
}

/** How many connections of this test's database wait for a lock. */
async function waiting(): Promise<number> {
  const [row] = await prisma.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return row?.n ?? 0
}

const refusalOf = async (path: string, options = {}) => {
  const error = await importDataset(keeper, path, options).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).problems[0]
}

beforeEach(async () => {
  await prisma.$executeRawUnsafe(
    'truncate dataset, import, incident, place, actor, report, statement, revision restart identity cascade',
  )
})

describe('an imported row', () => {
  it('becomes an incident with participants, claims of the dataset, figures and facts', async () => {
    const { counts } = await importDataset(keeper, gedFile('one.csv', [gedRow({ id: 1 })]))
    expect(counts).toEqual({ read: 1, new: 1, changed: 0, unchanged: 0, older: 0, refused: 0 })
    const { code } = await prisma.incident.findFirstOrThrow()
    expect(code).toMatch(/^LY-2017-[0-9A-HJKMNP-TV-Z]{6}$/)
    const incident = await readIncident(keeper, code)
    expect(incident).toMatchObject({
      kind: 'state-based-violence',
      title: { ar: null, en: null },
      when: { start: '2017-07-29', end: '2017-07-29', precision: 'day', sense: 'within' },
      where: { point: { lat: 32.767, lon: 22.6367 }, precision: 'exact' },
      parties: [{ part: 'participant' }, { part: 'participant' }],
      dataset: { slug: 'ucdp-ged', licence: 'CC BY 4.0', row: { externalId: '1', line: 2 } },
      versions: [{ version: 1, importedFrom: { line: 2 }, action: 'import', by: 'keeper' }],
    })
    const numbers = await prisma.figure.findMany({ orderBy: { best: 'desc' } })
    expect(numbers.map(({ low, best, high }) => [low, best, high])).toEqual([
      [5, 8, 12],
      [3, 3, 3],
      [2, 2, 2],
      [2, 2, 2],
      [1, 1, 1],
    ])
    expect(numbers[0]).toMatchObject({ partyId: null, personStatus: null, notAttributed: 0 })
    expect(await prisma.incident.findFirst()).toMatchObject({
      killedLow: 5,
      killedBest: 8,
      killedHigh: 12,
      killedState: 'single-source',
      woundedState: 'not-collected',
      woundedBest: null,
      status: 'published',
      visibility: 'everyone',
    })
  })

  it('stands at a point below its division and country, and one of a whole country at the country', async () => {
    const rows = [gedRow({ id: 1 }), gedRow({ id: 2, where_prec: 6, where_coordinates: 'Libya', adm_1: '' })]
    await importDataset(keeper, gedFile('places.csv', [...rows, gedRow({ id: 3, where_prec: 4 })]))
    const incidents = await prisma.incident.findMany({ include: { place: true }, orderBy: { id: 'asc' } })
    expect(incidents.map(({ place }) => [place.kind, place.path.length])).toEqual([
      ['city', 3],
      ['country', 1],
      ['division', 2],
    ])
    expect(await prisma.place.count()).toBe(3)
  })
})

describe('a very long name', () => {
  it('of a place comes in, and its place is the same one the next time', async () => {
    const [adm_1, adm_2, where_coordinates] = [800, 810, 820].map((many) =>
      lettersInNoOrder(many, 0x4e00, 5000),
    )
    const rows = [
      gedRow({ id: 1 }),
      gedRow({ id: 2, adm_1: adm_1 ?? '', adm_2: adm_2 ?? '', where_coordinates: where_coordinates ?? '' }),
    ]
    const path = gedFile('long.csv', rows)
    expect((await importDataset(keeper, path)).counts).toMatchObject({ new: 2, refused: 0 })
    const places = await prisma.place.count()
    const later = rows.map((row) => ({ ...row, high: 13 }))
    expect((await importDataset(keeper, gedFile('long-later.csv', later))).counts).toMatchObject({
      changed: 2,
    })
    expect(await prisma.place.count()).toBe(places)
  })

  it('that no index takes is refused with its row alone', async () => {
    const side_a = lettersInNoOrder(1000, 0x4e00, 5000)
    const path = gedFile('too-long.csv', [gedRow({ id: 1 }), gedRow({ id: 2, side_a }), gedRow({ id: 3 })])
    expect((await importDataset(keeper, path)).counts).toMatchObject({ new: 2, refused: 1 })
    expect(await prisma.importProblem.findMany()).toMatchObject([
      { line: 3, field: 'side_a', code: 'value-too-long' },
    ])
  })
})

describe('the gazetteer', () => {
  it('lends its place to a settlement of that name nearby, in the spelling that the dataset uses', async () => {
    const country = await prisma.place.create({ data: { key: 'iso:LY', kind: 'country', country: 'LY' } })
    await prisma.place.update({ where: { id: country.id }, data: { path: [country.id] } })
    const names = { create: [{ lang: 'en', name: 'Derna', folded: 'derna' }] }
    const data = { key: 'geonames:87205', kind: 'city', country: 'LY', parentId: country.id, names }
    const derna = await prisma.place.create({ data: { ...data, lat: 32.75, lon: 22.64 } })
    await prisma.place.update({ where: { id: derna.id }, data: { path: [country.id, derna.id] } })
    const far = gedRow({ id: 2, latitude: 27, adm_1: 'Sabha district' })
    await importDataset(keeper, gedFile('known.csv', [gedRow({ id: 1 }), far]))
    const incidents = await prisma.incident.findMany({ orderBy: { id: 'asc' } })
    expect(incidents[0]?.placeId).toBe(derna.id)
    expect(incidents[1]?.placeId).not.toBe(derna.id)
  })
})

describe('a file', () => {
  it.each([
    ['49 columns', gedFile('49.csv', [gedRow({ id: 1 })])],
    ['41 columns', gedFile('41.csv', [gedRow({ id: 1 })], columns41)],
    ['columns in capitals', gedFile('caps.csv', [upperCase(gedRow({ id: 1 }))], gedColumns.map(upper))],
  ])('of %s comes in', async (_, path) => {
    expect((await importDataset(keeper, path)).counts).toMatchObject({ new: 1, refused: 0 })
  })

  it('comes in with a byte-order mark, HXL hashtags, an extra column and midnight behind its dates', async () => {
    const hxl = Object.fromEntries(
      gedColumns.map((name) => [name, name === 'date_start' ? '#date+start' : '']),
    )
    const rows = [hxl, gedRow({ id: 1, date_start: '2017-07-28 00:00:00.000', iso3: 'LBY' })]
    const path = gedFile('hxl.csv', rows, [...gedColumns, 'iso3'])
    const bytes = Buffer.concat([Buffer.from('\uFEFF'), readFileSync(path)])
    const { counts } = await importDataset(keeper, fileOf('hxl.csv.gz', gzipSync(bytes)))
    expect(counts).toMatchObject({ read: 1, new: 1, refused: 0 })
  })

  it('tells each bad row by line, field and reason, while the rest comes in', async () => {
    const path = gedFile('bad.csv', [
      gedRow({ id: 1, source_article: 'two\nlines' }),
      gedRow({ id: 2, date_start: '2017-02-30' }),
      gedRow({ id: 3, latitude: 123, best: 'many' }),
      gedRow({ id: 4, source_headline: 'NUL' }),
      gedRow({ id: 5, source_headline: 'BYTES' }),
      gedRow({ id: 6, side_a: '=HYPERLINK("x")', where_coordinates: '<b>Derna</b>' }),
      gedRow({ id: 1, best: 9 }),
    ])
    const text = readFileSync(path, 'latin1')
    const broken = `${text.replace('NUL', 'a\0b').replace('BYTES', '\xff\xfe')}\n7,short\n"8",open"\n`
    const { counts, problems } = await importDataset(
      keeper,
      fileOf('broken.csv', Buffer.from(broken, 'latin1')),
    )
    expect(problems.map(({ line, field, code }) => `${line} ${field} ${code}`)).toEqual([
      '4 date_start date-wrong',
      '5 latitude coordinates-wrong',
      '5 best integer-wanted',
      '6  row-nul',
      '7  row-not-utf8',
      '9 id id-twice',
      '10  columns-wrong-number',
      '11  columns-wrong-number',
    ])
    expect(counts).toMatchObject({ read: 9, new: 2, refused: 7 })
    expect(await prisma.importProblem.count()).toBe(problems.length)
    expect(await prisma.import.findFirst()).toMatchObject({ rowsRead: 9, rowsNew: 2, rowsRefused: 7 })
  })

  it.each([
    ['no CSV', fileOf('no.csv', 'just words'), 'import-not-ged'],
    ['another table', fileOf('other.csv', 'name,killed\nx,1\n'), 'import-not-ged'],
    ['an image', fileOf('image.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 10])), 'import-not-ged'],
    ['text that is no UTF-8', fileOf('latin.csv', Buffer.from([0xe9, 0x2c, 0x41, 10])), 'import-not-utf8'],
    ['empty', fileOf('empty.csv', ''), 'import-empty'],
    ['JSON of another kind', fileOf('other.json', '{"a":[{"b":{}}]}'), 'import-not-ged'],
    ['GED without some columns', gedFile('less.csv', [], gedColumns.slice(0, 40)), 'import-columns-missing'],
    ['gzip cut short', fileOf('cut.csv.gz', gzipSync('id,x\n').subarray(0, 12)), 'import-gzip-broken'],
    ['not there', '/nowhere/ged.csv', 'import-no-file'],
  ])('that is %s is refused and nothing is stored', async (_, path, code) => {
    const before = await rowCounts()
    expect(await refusalOf(path)).toMatchObject({ code })
    expect(await rowCounts()).toEqual(before)
  })
})

describe('a second run', () => {
  it('doubles nothing, and another order of columns changes nothing', async () => {
    const rows = [gedRow({ id: 1 }), gedRow({ id: 2, best: 0, low: 0, high: 0, deaths_unknown: 0 })]
    await importDataset(keeper, gedFile('a.csv', rows))
    const before = await rowCounts()
    const { counts } = await importDataset(keeper, gedFile('b.csv', rows, [...columns41].reverse()))
    expect(counts).toEqual({ read: 2, new: 0, changed: 0, unchanged: 2, older: 0, refused: 0 })
    const after = await rowCounts()
    expect(after).toEqual({ ...before, import: 2, revision: Number(before.revision) + 1 })
  })

  it('makes a changed row the next version of its incident, and keeps what it was', async () => {
    await importDataset(keeper, gedFile('ged231.csv', [gedRow({ id: 1 }), gedRow({ id: 2 })]))
    const changed = gedRow({
      id: 1,
      best: 9,
      deaths_unknown: 4,
      date_end: '2017-07-30',
      side_b: 'Other',
      side_b_new_id: 3,
    })
    const { counts } = await importDataset(keeper, gedFile('ged241.csv', [changed, gedRow({ id: 2 })]))
    expect(counts).toMatchObject({ new: 0, changed: 1, unchanged: 1 })
    const row = await prisma.sourceRow.findFirstOrThrow({
      where: { externalId: '1' },
      include: { incident: true },
    })
    expect(row.incident).toMatchObject({ version: 2, killedBest: 9, whenPrecision: 'days' })
    const { code } = row.incident
    const incident = await readIncident(keeper, code)
    expect(incident.parties.map(({ names }) => names.en)).toEqual(['Government of Libya', 'Other'])
    expect(incident.versions.map(({ version }) => version)).toEqual([2, 1])
    const past = await readIncidentVersion(keeper, code, 1)
    expect(past.row).toMatchObject({ file: 'ged231.csv', line: 2, externalId: '1' })
    expect(past.row?.values[past.row.columns.indexOf('best')]).toBe('8')
    expect((await prisma.dataset.findFirst())?.version).toBe('24.1')
  })

  it('goes on where the last version stands, also when the clock was set back since', async () => {
    await importDataset(keeper, gedFile('ged231.csv', [gedRow({ id: 1 })]))
    const ahead = new Date('2099-01-01T00:00:00Z')
    await prisma.incidentVersion.updateMany({ data: { recordedFrom: ahead } })
    const { counts } = await importDataset(keeper, gedFile('ged241.csv', [gedRow({ id: 1, best: 9 })]))
    expect(counts).toMatchObject({ changed: 1 })
    const versions = await prisma.incidentVersion.findMany({ orderBy: { version: 'asc' } })
    expect(versions).toMatchObject([{ recordedTo: ahead }, { recordedFrom: ahead, recordedTo: null }])
  })

  it('with an older version of the dataset leaves the newer rows alone', async () => {
    await importDataset(keeper, gedFile('ged241-b.csv', [gedRow({ id: 1, best: 9 })]))
    const { counts } = await importDataset(keeper, gedFile('ged99.csv', [gedRow({ id: 1 })]), {
      version: '9.1',
    })
    expect(counts).toMatchObject({ changed: 0, older: 1 })
    expect((await prisma.incident.findFirst())?.killedBest).toBe(9)
  })

  it('leaves alone what was edited or deleted here, and says so', async () => {
    await importDataset(keeper, gedFile('first.csv', [gedRow({ id: 1 }), gedRow({ id: 2 })]))
    const [edited, deleted] = await prisma.sourceRow.findMany({ orderBy: { externalId: 'asc' } })
    await prisma.incidentVersion.updateMany({
      where: { incidentId: edited?.incidentId ?? 0 },
      data: { document: { incidents: [] } },
    })
    await prisma.incident.update({ where: { id: deleted?.incidentId ?? 0 }, data: { deletedAt: new Date() } })
    const rows = [gedRow({ id: 1, best: 9 }), gedRow({ id: 2, best: 9 })]
    const { counts, problems } = await importDataset(keeper, gedFile('second.csv', rows))
    expect(counts).toMatchObject({ changed: 0, refused: 2 })
    expect(problems.map(({ code }) => code)).toEqual(['changed-here', 'deleted-here'])
    expect(await prisma.incident.count({ where: { killedBest: 8 } })).toBe(2)
  })

  it('waits for who is changing its incident, and leaves that alone', async () => {
    await importDataset(keeper, gedFile('first.csv', [gedRow({ id: 1 })]))
    let importing: ReturnType<typeof importDataset> | undefined
    await prisma.$transaction(
      async (editor) => {
        await editor.$queryRaw`select from incident for update`
        importing = importDataset(keeper, gedFile('second.csv', [gedRow({ id: 1, best: 9 })]))
        await expect.poll(() => waiting(), { timeout: 20_000 }).toBe(1)
        await editor.incidentVersion.updateMany({ data: { document: { incidents: [] } } })
      },
      { timeout: 40_000 },
    )
    expect((await importing)?.problems.map(({ code }) => code)).toEqual(['changed-here'])
    expect((await prisma.incident.findFirst())?.killedBest).toBe(8)
  })

  it('finds the voice of the dataset as it was when one of its incidents is edited', async () => {
    await importDataset(keeper, gedFile('ged231.csv', [gedRow({ id: 1 }), gedRow({ id: 2 })]))
    const rows = await prisma.incident.findMany({ orderBy: { id: 'asc' } })
    const read = await readIncidentLog(keeper, rows[0]?.code ?? '')
    const [incident] = read.incidents
    const titled = { ...incident, title: { ar: null, en: 'A clash near Derna' } }
    await recordLog(keeper, logDraft.parse({ ...read, incidents: [titled] }))
    const [edited, other] = await prisma.incident.findMany({ orderBy: { id: 'asc' } })
    expect([edited?.version, other?.version]).toEqual([2, 1])
    expect(await prisma.statement.findMany()).toMatchObject([{ channel: 'dataset', version: 1 }])
    expect(await prisma.report.findMany()).toMatchObject([{ version: 1 }])
  })

  it('of another slug is another dataset', async () => {
    const path = gedFile('slug.csv', [gedRow({ id: 1 })])
    await importDataset(keeper, path)
    await importDataset(keeper, path, { slug: 'ged-mine', name: 'Mine' })
    expect(await prisma.incident.count()).toBe(2)
    expect(await prisma.dataset.findMany({ select: { slug: true }, orderBy: { slug: 'asc' } })).toEqual([
      { slug: 'ged-mine' },
      { slug: 'ucdp-ged' },
    ])
  })

  it('refuses a version that is none', async () => {
    const path = gedFile('version.csv', [gedRow({ id: 1 })])
    expect(await refusalOf(path, { version: "1'; drop" })).toMatchObject({ code: 'import-version-form' })
  })
})
