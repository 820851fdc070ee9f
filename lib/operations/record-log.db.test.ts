import { beforeAll, expect, test } from 'vitest'
import { keeper } from '@/lib/access/viewer'
import { lettersInNoOrder } from '@/lib/db/incompressible.test-kit'
import { freshDatabase } from '@/lib/db/test-database'
import { type LogDraft, logDraft } from '@/lib/incident/log-draft'
import { Refusal } from '@/lib/problem'
import { deleteIncident, readIncidentLog, restoreIncident } from './edit-incident'
import { dernaLog, type Registry, seedRegistry } from './log-draft.test-kit'
import { recordLog } from './record-log'

const { prisma } = await freshDatabase()
let registry: Registry

beforeAll(async () => {
  registry = await seedRegistry(prisma)
})

async function recordDerna(): Promise<string> {
  const [recorded] = await recordLog(keeper, dernaLog(registry))
  return recorded?.code ?? ''
}

const tables = [
  'incident',
  'report',
  'statement',
  'claim',
  'figure',
  'incident_version',
  'revision',
  'party',
  'site',
]
async function rowCounts(): Promise<Record<string, number>> {
  const counts = tables.map(async (table) => {
    const [row] = await prisma.$queryRawUnsafe<{ n: bigint }[]>(`select count(*) n from ${table}`)
    return [table, Number(row?.n)] as const
  })
  return Object.fromEntries(await Promise.all(counts))
}

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Refusal)) throw new Error(`expected a refusal, got ${String(error)}`)
  return error
}

test('Derna A is recorded with killed 4–4–4 and wounded 5–5–5+, code, version and revision', async () => {
  const code = await recordDerna()
  expect(code).toMatch(/^LY-2017-[0-9A-Z]{4}$/)
  const row = await prisma.incident.findUniqueOrThrow({
    where: { code },
    include: { versions: true, sites: true },
  })
  expect(row).toMatchObject({
    killedLow: 4,
    killedBest: 4,
    killedHigh: 4,
    killedOpen: false,
    woundedLow: 5,
    woundedBest: 5,
    woundedHigh: 5,
    woundedOpen: true,
    version: 1,
    disputed: false,
  })
  expect(row.searchText).toContain('هجوم علي موقعين جنوب درنه')
  expect(row.versions).toHaveLength(1)
  expect(row.versions[0]?.recordedTo).toBeNull()
  const revisions = await prisma.revision.findMany({ where: { entity: 'incident', entityId: row.id } })
  expect(revisions).toMatchObject([{ action: 'record', byWhom: 'keeper', version: 1 }])
})

test('what is read for editing and saved unchanged is the same record: every claim keeps its id', async () => {
  const code = await recordDerna()
  const read = await readIncidentLog(keeper, code)
  const [again] = await recordLog(keeper, logDraft.parse(read))
  expect(again).toMatchObject({ code, version: 2 })
  const reread = await readIncidentLog(keeper, code)
  const content = (log: LogDraft) => ({ ...log, incidents: log.incidents.map((i) => ({ ...i, version: 0 })) })
  expect(content(reread)).toEqual(content(read))
  const versions = await prisma.incidentVersion.findMany({
    where: { incident: { code } },
    orderBy: { version: 'asc' },
  })
  expect(versions.map(({ version, recordedTo }) => [version, recordedTo === null])).toEqual([
    [1, false],
    [2, true],
  ])
})

test('saving over a newer version is refused, gives the newer text and writes nothing', async () => {
  const code = await recordDerna()
  const read = await readIncidentLog(keeper, code)
  await recordLog(keeper, logDraft.parse(read))
  const before = await rowCounts()
  const refusal = await refusalOf(recordLog(keeper, logDraft.parse(read)))
  expect(refusal.kind).toBe('stale')
  expect(refusal.detail).toMatchObject({ code, version: 2, document: { incidents: [{ code }] } })
  expect(await rowCounts()).toEqual(before)
})

test('a change is recorded also when the clock was set back since, and each version begins where one ends', async () => {
  const code = await recordDerna()
  const ahead = new Date('2099-01-01T00:00:00Z')
  const where = { incident: { code } }
  await prisma.incidentVersion.updateMany({ where, data: { recordedFrom: ahead } })
  await recordLog(keeper, logDraft.parse(await readIncidentLog(keeper, code)))
  const versions = await prisma.incidentVersion.findMany({ where, orderBy: { version: 'asc' } })
  expect(versions).toMatchObject([{ recordedTo: ahead }, { recordedFrom: ahead, recordedTo: null }])
})

test('of two writers of one version at once, one wins and the other is refused', async () => {
  const code = await recordDerna()
  const read = logDraft.parse(await readIncidentLog(keeper, code))
  const outcomes = await Promise.allSettled([
    recordLog(keeper, read),
    recordLog(keeper, read),
    recordLog(keeper, read),
  ])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected')
      expect(outcome.reason).toMatchObject({ name: 'Refusal', kind: 'stale' })
  }
})

test('unknown ids are refused by the field that names them, and nothing is written', async () => {
  const before = await rowCounts()
  const log = dernaLog(registry)
  const incident = log.incidents[0]
  if (!incident) throw new Error('no incident')
  incident.where.placeId = 999_999
  incident.parties[1] = { key: 'karama', actorId: 888_888, part: 'target' }
  incident.links.push({ kind: 'context', key: null, code: 'LY-2017-0000', note: null })
  const refusal = await refusalOf(recordLog(keeper, log))
  expect(refusal.problems).toEqual([
    { path: ['incidents', 0, 'parties', 1, 'actorId'], code: 'actor-unknown', params: { id: 888_888 } },
    { path: ['incidents', 0, 'where', 'placeId'], code: 'place-unknown', params: { id: 999_999 } },
  ])
  expect(await rowCounts()).toEqual(before)
})

test('a link to a code that nobody has is refused and takes the whole log with it', async () => {
  const before = await rowCounts()
  const log = dernaLog(registry)
  log.incidents[0]?.links.push({ kind: 'context', key: null, code: 'LY-2017-0000', note: null })
  const refusal = await refusalOf(recordLog(keeper, log))
  expect(refusal.problems).toMatchObject([
    { path: ['incidents', 0, 'links', 0, 'code'], code: 'link-unknown' },
  ])
  expect(await rowCounts()).toEqual(before)
})

test('a changed claim changes the figure, a removed one goes, in one change', async () => {
  const code = await recordDerna()
  const read = logDraft.parse(await readIncidentLog(keeper, code))
  const [incident] = read.incidents
  const four = incident?.claims.find(({ quote }) => quote === 'قتل أربعة أشخاص')
  if (!incident || four?.says.subject !== 'casualties') throw new Error('the claim is not there')
  four.says.point = 6
  incident.claims = incident.claims.filter(
    ({ says }) => says.subject === 'casualties' && says.outcome === 'killed',
  )
  await recordLog(keeper, read)
  const row = await prisma.incident.findUniqueOrThrow({ where: { code }, include: { claims: true } })
  expect(row).toMatchObject({ killedBest: 6, woundedBest: null, woundedState: 'none' })
  expect(row.claims.map(({ id }) => `c${id}`)).toEqual([four.key])
})

test('two alternatives that exclude each other make the figure disputed until one is chosen', async () => {
  const code = await recordDerna()
  const read = logDraft.parse(await readIncidentLog(keeper, code))
  const [incident] = read.incidents
  const [killed, wounded] = incident?.claims ?? []
  if (!incident || !killed || !wounded) throw new Error('claims are missing')
  const alternatives = [
    { key: 'first', name: null, claims: [killed.key] },
    { key: 'second', name: null, claims: [wounded.key] },
  ]
  incident.conflictSets = [{ key: 'set', question: null, alternatives, decided: null, decidedWhy: null }]
  await recordLog(keeper, read)
  const disputed = await prisma.incident.findUniqueOrThrow({ where: { code } })
  expect(disputed).toMatchObject({
    killedLow: 0,
    killedBest: null,
    killedHigh: 4,
    killedState: 'disputed',
    disputed: true,
  })

  const again = logDraft.parse(await readIncidentLog(keeper, code))
  const [set] = again.incidents[0]?.conflictSets ?? []
  if (!set) throw new Error('the conflict set is not there')
  Object.assign(set, { decided: 'a0', decidedWhy: 'seen on film' })
  await recordLog(keeper, again)
  const decided = await prisma.incident.findUniqueOrThrow({
    where: { code },
    include: { conflictSets: true },
  })
  expect(decided).toMatchObject({
    killedBest: 4,
    disputed: false,
    conflictSets: [{ decided: 0, decidedBy: 'keeper' }],
  })
})

/** Outlets of the reports attached to the incident, by the alphabet. */
async function outletsOf(code: string | undefined): Promise<string[]> {
  const rows = await prisma.incidentReport.findMany({
    where: { incident: { code: code ?? '' } },
    select: { report: { select: { outlet: true } } },
  })
  return rows.map(({ report }) => report.outlet).sort()
}

test('an incident has the new reports of its log and those that its own claims rest on, no older one beside it', async () => {
  const code = await recordDerna()
  const read = logDraft.parse(await readIncidentLog(keeper, code))
  const [first] = dernaLog(registry).reports
  const [there] = read.incidents
  if (!first || !there) throw new Error('no report')
  read.reports.push({ ...first, key: 'later', outlet: 'Reuters' })
  const beside = { ...there, key: 'b', code: null, version: null, claims: [], parties: [] }
  beside.where = { ...there.where, sites: [] }
  read.incidents.push(beside)
  const [, second] = await recordLog(keeper, read)
  expect(await outletsOf(code)).toEqual(['Al Jazeera', 'Reuters'])
  expect(await outletsOf(second?.code)).toEqual(['Reuters'])

  const again = logDraft.parse(await readIncidentLog(keeper, code))
  again.incidents.push({ ...beside, title: { ar: null, en: 'With no report of its own' } })
  const [, third] = await recordLog(keeper, again)
  expect(await outletsOf(third?.code)).toEqual(['Al Jazeera', 'Reuters'])
})

test('a citation that is taken back is gone, and a report that the log no longer has is detached', async () => {
  const code = await recordDerna()
  const read = logDraft.parse(await readIncidentLog(keeper, code))
  const [first] = dernaLog(registry).reports
  const [statement] = read.statements
  if (!first || !statement) throw new Error('no report')
  read.reports.push({ ...first, key: 'later', outlet: 'Reuters' })
  statement.citedBy.push('later')
  await recordLog(keeper, read)
  const cited = logDraft.parse(await readIncidentLog(keeper, code))
  expect(cited.statements[0]?.citedBy).toHaveLength(2)

  cited.statements[0]?.citedBy.pop()
  await recordLog(keeper, cited)
  const uncited = logDraft.parse(await readIncidentLog(keeper, code))
  expect(uncited.statements[0]?.citedBy).toHaveLength(1)
  expect(await outletsOf(code)).toEqual(['Al Jazeera', 'Reuters'])

  uncited.reports = uncited.reports.filter(({ outlet }) => outlet !== 'Reuters')
  await recordLog(keeper, uncited)
  expect(await outletsOf(code)).toEqual(['Al Jazeera'])
})

test('an alternative holds several claims, or none and a name', async () => {
  const code = await recordDerna()
  const read = logDraft.parse(await readIncidentLog(keeper, code))
  const [incident] = read.incidents
  const keys = incident?.claims.slice(0, 2).map(({ key }) => key) ?? []
  if (!incident) throw new Error('no incident')
  const alternatives = [
    { key: 'all', name: null, claims: keys },
    { key: 'nothing', name: 'nothing of it happened', claims: [] },
  ]
  incident.conflictSets = [{ key: 'set', question: null, alternatives, decided: null, decidedWhy: null }]
  await recordLog(keeper, read)
  const [again] = (await readIncidentLog(keeper, code)).incidents
  expect(again?.conflictSets[0]?.alternatives).toEqual([
    { key: 'a0', name: null, claims: keys },
    { key: 'a1', name: 'nothing of it happened', claims: [] },
  ])
  const row = await prisma.incident.findUniqueOrThrow({ where: { code } })
  expect(row).toMatchObject({ killedLow: 0, killedBest: null, killedHigh: 4, woundedState: 'disputed' })
})

test('parties may exchange their parts', async () => {
  const code = await recordDerna()
  const read = logDraft.parse(await readIncidentLog(keeper, code))
  const parties = read.incidents[0]?.parties ?? []
  for (const party of parties) party.part = party.part === 'initiator' ? 'target' : 'initiator'
  await recordLog(keeper, read)
  const reread = await readIncidentLog(keeper, code)
  expect(reread.incidents[0]?.parties.map(({ actorId, part }) => [actorId, part])).toEqual(
    parties.map(({ actorId, part }) => [actorId, part]),
  )
  expect(reread.incidents[0]?.claims.find(({ quote }) => quote === 'قتل أربعة أشخاص')?.says).toMatchObject({
    party: reread.incidents[0]?.parties[1]?.key,
  })
})

test('a deleted incident is gone for every reader, and comes back by undo', async () => {
  const code = await recordDerna()
  expect((await refusalOf(deleteIncident(keeper, code, 7))).kind).toBe('stale')
  await deleteIncident(keeper, code, 1)
  expect((await refusalOf(readIncidentLog(keeper, code))).kind).toBe('not-found')
  expect((await refusalOf(deleteIncident(keeper, code, 1))).kind).toBe('not-found')
  await restoreIncident(keeper, code)
  expect((await readIncidentLog(keeper, code)).incidents[0]?.code).toBe(code)
})

test('an edited incident of a dataset keeps "not collected", and is found by the names above its place', async () => {
  const dataset = await prisma.dataset.create({
    data: {
      slug: 'counts-deaths',
      name: 'A dataset',
      version: '1',
      licence: 'CC BY 4.0',
      attribution: 'Somebody',
      collects: ['killed'],
    },
  })
  const code = await recordDerna()
  await prisma.incident.update({ where: { code }, data: { datasetId: dataset.id } })
  const read = logDraft.parse(await readIncidentLog(keeper, code))
  const [incident] = read.incidents
  if (!incident) throw new Error('no incident')
  incident.claims = incident.claims.filter(({ quote }) => quote === 'قتل أربعة أشخاص')
  await recordLog(keeper, read)
  const row = await prisma.incident.findUniqueOrThrow({ where: { code } })
  expect(row).toMatchObject({ killedState: 'single-source', woundedState: 'not-collected' })
  expect(row.searchText).toContain('libya')
})

test('an address of any length that the door takes is stored whole', async () => {
  const url = `https://example.org/${lettersInNoOrder(1900, 0x4e00, 5000)}`
  const log = dernaLog(registry)
  const [recorded] = await recordLog(keeper, {
    ...log,
    reports: log.reports.map((each) => ({ ...each, url })),
  })
  expect((await readIncidentLog(keeper, recorded?.code ?? '')).reports).toMatchObject([{ url }])
})
