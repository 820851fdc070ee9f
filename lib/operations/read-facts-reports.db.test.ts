import { beforeAll, describe, expect, it } from 'vitest'
import { keeper, type Viewer } from '@/lib/access/viewer'
import { decodeFacts } from '@/lib/analysis/facts/wire'
import { withMore } from '@/lib/analysis/facts/with-more'
import { emptyFilter, type Filter } from '@/lib/analysis/filter'
import { randomWorld } from '@/lib/analysis/random-world.test-kit'
import { plainView } from '@/lib/analysis/view'
import { storeWorld } from '@/lib/db/store-world.test-kit'
import { freshDatabase } from '@/lib/db/test-database'
import { Refusal } from '@/lib/problem'
import { holderOfFacts } from './holder-of-facts.test-kit'
import { listIncidents } from './list-incidents'
import { nameFilter } from './name-filter'
import { readFacts, readMoreFacts, readPublishedFacts } from './read-facts'
import { summarise } from './summarise'
import { person, readers, team } from './withheld.test-kit'

const { prisma } = await freshDatabase()
const world = randomWorld(5, 60)
const amal = person('amal', 'reader')
const everybody = { rana: readers[1] as Viewer, amal, omar: team[0] as Viewer, keeper }
type Who = keyof typeof everybody

/** Three incidents that everybody reads, and one that is for nobody by name. */
const [first, second, third, secret] = world.incidents
  .filter(({ deleted }) => !deleted)
  .map(({ id }) => id) as [number, number, number, number]
const OPEN = 501
const TEAM = 502
const NAMED = 503
const OF_SECRET = 504
const OF_DATASET = 505

beforeAll(async () => {
  await storeWorld(prisma, world)
  await prisma.incidentReport.deleteMany()
  await prisma.user.create({ data: { id: 'amal', name: 'amal', email: 'amal@example.org', role: 'reader' } })
  const published = { status: 'published', visibility: 'everyone', embargo: null, named: [] }
  await prisma.incident.updateMany({ where: { id: { in: [first, second, third] } }, data: published })
  await prisma.incident.update({ where: { id: secret }, data: { ...published, visibility: 'named' } })
  const report = (id: number, visibility: string, named: string[] = []) => ({
    ...{ id, visibility, named, outlet: `Outlet ${id}`, language: 'en', agencies: [] },
  })
  await prisma.report.createMany({
    data: [
      report(OPEN, 'everyone'),
      report(TEAM, 'team'),
      report(NAMED, 'named', ['amal']),
      report(OF_SECRET, 'everyone'),
      report(OF_DATASET, 'everyone'),
    ],
  })
  await prisma.dataset.update({ where: { id: 1 }, data: { reportId: OF_DATASET } })
  const tells = (reportId: number, ...ids: number[]) => ids.map((incidentId) => ({ incidentId, reportId }))
  await prisma.incidentReport.createMany({
    data: [
      ...tells(OPEN, first, second, third),
      ...tells(TEAM, first, second),
      ...tells(NAMED, first),
      ...tells(OF_SECRET, secret),
      ...tells(OF_DATASET, first, second, third),
    ],
  })
})

/** The reports that the facts of a viewer name, and by each the incidents that it tells of. */
async function toldTo(viewer: Viewer): Promise<Record<string, number[]>> {
  const facts = decodeFacts(await (await readFacts(viewer)).bytes('identity'))
  const { offset, report } = facts.tellings
  const rowsOf = (index: number) =>
    [...facts.id.keys()].filter((row) => report.subarray(offset[row], offset[row + 1]).includes(index))
  return Object.fromEntries(
    facts.reports.map(({ outlet }, index) => [
      outlet,
      rowsOf(index)
        .map((row) => facts.id[row] as number)
        .sort((a, b) => a - b),
    ]),
  )
}

async function eachIsTold(): Promise<Record<Who, Record<string, number[]>>> {
  const told = await Promise.all(
    Object.entries(everybody).map(async ([who, viewer]) => [who, await toldTo(viewer)] as const),
  )
  return Object.fromEntries(told) as Record<Who, Record<string, number[]>>
}

const all = [first, second, third].sort((a, b) => a - b)
const both = [first, second].sort((a, b) => a - b)
const open = { 'Outlet 501': all }
const asStored = {
  rana: open,
  amal: { ...open, 'Outlet 503': [first] },
  omar: { ...open, 'Outlet 502': both },
  keeper: { ...open, 'Outlet 502': both, 'Outlet 503': [first], 'Outlet 504': [secret] },
}

describe('reports in the facts', () => {
  it('are those that each may read, of incidents that they may read, and no dataset’s own', async () => {
    expect(await eachIsTold()).toEqual(asStored)
  })

  it('come to the same in two parts', async () => {
    for (const viewer of Object.values(everybody)) {
      const whole = decodeFacts(await (await readFacts(viewer)).bytes('identity'))
      const base = decodeFacts(await (await readPublishedFacts(viewer)).bytes('identity'))
      const more = await readMoreFacts(viewer)
      const both = more ? withMore(base, decodeFacts(await more.bytes('identity'))) : base
      expect([both.reports, both.tellings]).toEqual([whole.reports, whole.tellings])
    }
  })

  it.each([
    [`update report set visibility = 'named' where id = ${OPEN}`, both, 'Outlet 501'],
    [`update report set visibility = 'everyone' where id = ${OPEN}`, both, 'Outlet 501'],
    [`update report set outlet = 'Another' where id = ${OPEN}`, both, 'Another'],
    [`update report set outlet = 'Outlet 501' where id = ${OPEN}`, both, 'Outlet 501'],
    [`delete from incident_report where report_id = ${NAMED}`, [first], 'Outlet 503'],
    [
      `insert into incident_report (incident_id, report_id) values (${first}, ${NAMED})`,
      [first],
      'Outlet 503',
    ],
    [
      `update incident_report set incident_id = ${third} where report_id = ${NAMED}`,
      [first, third],
      'Outlet 503',
    ],
    [
      `update incident_report set incident_id = ${first} where report_id = ${NAMED}`,
      [first, third],
      'Outlet 503',
    ],
  ])('are told as changes to who holds them: %s', async (sql, ids) => {
    const holders = await Promise.all(Object.values(everybody).map(holderOfFacts))
    await prisma.$executeRawUnsafe(sql)
    for (const holder of holders) {
      expect((await holder.catchUp())?.changed).toEqual(expect.arrayContaining(ids))
      await holder.holdsAll()
    }
  })

  it('are gone from the facts of whoever may not read them any more', async () => {
    await prisma.report.update({ where: { id: OPEN }, data: { visibility: 'team' } })
    const { rana, amal, omar } = await eachIsTold()
    expect([rana, amal]).toEqual([{}, { 'Outlet 503': [first] }])
    expect(omar).toEqual(asStored.omar)
    await prisma.report.update({
      where: { id: OPEN },
      data: { visibility: 'everyone', embargo: new Date('2099-01-01') },
    })
    expect((await eachIsTold()).rana).toEqual({})
    await prisma.report.update({ where: { id: OPEN }, data: { embargo: null } })
    expect(await eachIsTold()).toEqual(asStored)
  })
})

const askingFor = (...reports: number[]): Filter => ({ ...emptyFilter, reports })

/** How many incidents lists and summaries have of them, or the refusal. */
async function answers(viewer: Viewer, ...reports: number[]) {
  try {
    const { incidents } = await listIncidents(
      viewer,
      askingFor(...reports),
      { order: 'oldest' },
      { limit: 500 },
    )
    const summary = await summarise(viewer, askingFor(...reports), plainView)
    expect(summary.incidents + summary.duplicates).toBe(incidents.length)
    return incidents.length
  } catch (error) {
    if (error instanceof Refusal) return error.problems
    throw error
  }
}

const unknown = (id: number) => [
  { path: ['report'], code: 'filter-report-unknown', params: { id: String(id) } },
]

describe('a filter by report', () => {
  it('finds what it tells of', async () => {
    for (const viewer of Object.values(everybody)) expect(await answers(viewer, OPEN)).toBe(3)
    expect(await answers(team[0] as Viewer, TEAM)).toBe(2)
    expect(await answers(amal, NAMED)).toBe(1)
  })

  it('takes one that may not be read for one that nobody has, as it does a dataset’s own', async () => {
    for (const viewer of [readers[1] as Viewer, amal, readers[0] as Viewer])
      for (const id of [TEAM, OF_SECRET, OF_DATASET, 9_999])
        expect(await answers(viewer, id)).toEqual(unknown(id))
    expect(await answers(readers[1] as Viewer, NAMED)).toEqual(unknown(NAMED))
    expect(await answers(team[0] as Viewer, NAMED)).toEqual(unknown(NAMED))
    expect(await nameFilter(readers[1] as Viewer, askingFor(OPEN, TEAM, OF_SECRET))).toMatchObject({
      reports: { [OPEN]: { outlet: 'Outlet 501' } },
    })
  })

  it('names in a summary those that may be read, and counts no others', async () => {
    const named = async (viewer: Viewer) =>
      (await summarise(viewer, emptyFilter, plainView)).byReport.rows.map(({ outlet }) => outlet)
    for (const [who, viewer] of Object.entries(everybody))
      expect(new Set(await named(viewer))).toEqual(new Set(Object.keys(asStored[who as Who])))
  })
})
