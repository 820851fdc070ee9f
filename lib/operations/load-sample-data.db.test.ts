import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { keeper } from '@/lib/access/viewer'
import { projectRoot } from '@/lib/db/prisma-cli'
import { freshDatabase } from '@/lib/db/test-database'
import { importDataset } from './import-dataset'
import { loadSampleReport } from './load-sample-report'
import { readIncident } from './read-incident'

const { prisma, url } = await freshDatabase()
const sample = (name: string) => join(projectRoot, 'prisma/sample', name)
const files = [
  'ged-syria-2016-2019.csv.gz',
  'ged-ukraine-2014-2021.csv.gz',
  'ged231-world-sample.csv.gz',
  'ged231-central-african-republic.geojson.gz',
].map(sample)
const patience = 300_000

/** Runs the import command on `file` and kills it with the first rows in the database, with no time to tidy up. */
async function killInMidImport(file: string): Promise<void> {
  const flags = ['--conditions=react-server', '--import', 'tsx', 'lib/commands/import.ts']
  const child = spawn(process.execPath, [...flags, '--format', 'ucdp-ged', file], {
    cwd: projectRoot,
    env: { ...process.env, DATABASE_URL: url },
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  while ((await prisma.incident.count()) === 0 && child.exitCode === null) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  child.kill('SIGKILL')
  await ended
}

describe('the rows of the sample', () => {
  it('come in whole by a second run where the first was killed in its midst', {
    timeout: patience,
  }, async () => {
    const [syria = ''] = files
    await killInMidImport(syria)
    const before = await prisma.incident.count()
    expect(before).toBeGreaterThan(0)
    expect(before).toBeLessThan(16_566)
    const { counts } = await importDataset(keeper, syria)
    expect(counts).toEqual({
      read: 16_566,
      new: 16_566 - before,
      changed: 0,
      unchanged: before,
      older: 0,
      refused: 0,
    })
    const halves = await prisma.import.findMany({ select: { finishedAt: true }, orderBy: { id: 'asc' } })
    expect(halves.map(({ finishedAt }) => finishedAt !== null)).toEqual([false, true])
  })

  it('are what a check finds that shares no code with the importer', { timeout: patience }, async () => {
    const refused = []
    for (const file of files) refused.push((await importDataset(keeper, file)).counts.refused)
    expect(refused).toEqual([0, 0, 0, 0])
    const check = spawnSync(
      process.execPath,
      [join(projectRoot, 'lib/commands/check-import.mjs'), ...files],
      {
        env: { ...process.env, DATABASE_URL: url },
        encoding: 'utf8',
      },
    )
    expect(check.stderr).toBe('')
    expect(check.stdout).toMatch(/22342 incidents in the files, 22342 in the database, 0 differences\n$/)
    expect(check.status).toBe(0)
    await prisma.$executeRaw`update figure set high = high + 1 where id = (select min(id) from figure)`
    const again = spawnSync(
      process.execPath,
      [join(projectRoot, 'lib/commands/check-import.mjs'), ...files],
      {
        env: { ...process.env, DATABASE_URL: url },
      },
    )
    expect(again.status).toBe(1)
  })
})

describe('the report on Derna', () => {
  beforeAll(async () => {
    const { id } = await prisma.place.create({ data: { key: 'geonames:87205', kind: 'city', country: 'LY' } })
    await prisma.place.update({ where: { id }, data: { path: [id] } })
    await loadSampleReport(keeper)
    await loadSampleReport(keeper)
  })

  const incident = async (kind: string) => {
    const row = await prisma.incident.findFirstOrThrow({ where: { kind, datasetId: null } })
    return readIncident(keeper, row.code)
  }

  it('is recorded once, as four incidents of one report without its text', async () => {
    expect(await prisma.incident.count({ where: { datasetId: null } })).toBe(4)
    expect(await prisma.report.count({ where: { outlet: 'الجزيرة نت', text: null } })).toBe(1)
  })

  it('gives the figures that its facts expect', async () => {
    const facts = await prisma.incident.findMany({ where: { datasetId: null }, orderBy: { id: 'asc' } })
    expect(facts[0]).toMatchObject({
      killedLow: 4,
      killedBest: 4,
      killedHigh: 4,
      killedState: 'single-source',
    })
    expect(facts[0]).toMatchObject({ woundedLow: 5, woundedBest: 5, woundedHigh: 5, woundedOpen: true })
    expect(facts[1]).toMatchObject({ killedLow: 0, killedBest: null, killedHigh: 1, disputed: true })
    expect(facts[2]).toMatchObject({ kind: 'air-strike', killedBest: null, killedState: 'none' })
    const captured = await prisma.figure.findFirstOrThrow({
      where: { incidentId: facts[1]?.id ?? 0, outcome: 'captured', personStatus: 'aircrew' },
    })
    expect(captured).toMatchObject({ low: 0, best: null, high: 2, state: 'disputed' })
  })

  it('links the strike before the aircraft fell, and the talks as context', async () => {
    const links = await prisma.incidentLink.findMany({ include: { from: true, to: true } })
    expect(links.map(({ from, kind, to }) => `${from.kind} ${kind} ${to.kind}`).sort()).toEqual([
      'air-strike before aircraft-shot-down',
      'talks context aircraft-shot-down',
      'talks context armed-clash',
    ])
    const shotDown = await incident('aircraft-shot-down')
    expect(shotDown.conflictSets).toHaveLength(1)
  })

  it('quotes at most twelve words at a time', () => {
    const file = readFileSync(sample('derna.json'), 'utf8')
    const quotes = [...file.matchAll(/"quote": "((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? '')
    expect(quotes.length).toBeGreaterThan(20)
    expect(quotes.filter((quote) => quote.split(/\s+/).length > 12)).toEqual([])
  })
})
