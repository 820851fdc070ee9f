import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '@/lib/access/roles'
import { keeper, type Viewer } from '@/lib/access/viewer'
import { freshDatabase } from '@/lib/db/test-database'
import { type LogDraft, logDraft } from '@/lib/incident/log-draft'
import type { Refusal } from '@/lib/problem'
import { deleteIncident, readIncidentLog, restoreIncident } from './edit-incident'
import { type Registry, seedRegistry } from './log-draft.test-kit'
import { patchOf } from './patch-incident'
import { readIncident } from './read-incident'
import { recordLog } from './record-log'

const { prisma } = await freshDatabase()
let registry: Registry
let a: string
let b: string

beforeAll(async () => {
  registry = await seedRegistry(prisma)
})

/** Two incidents of one report; the outlet says 8 of each, its ministry 5 of each, two days later. */
beforeEach(async () => {
  const killed = (point: number) => ({ subject: 'casualties', outcome: 'killed', operator: 'exactly', point })
  const incident = (key: string) => ({
    key,
    title: { ar: null, en: `Strike ${key}` },
    summary: { ar: null, en: null },
    kind: 'air-strike',
    when: { start: '2017-07-29', end: '2017-07-29', precision: 'day' },
    where: { placeId: registry.derna.id, precision: 'near' },
    claims: [
      { key: 'eight', statement: 'outlet', says: killed(8) },
      { key: 'five', statement: 'ministry', says: killed(5) },
    ],
  })
  const log = logDraft.parse({
    reports: [{ key: 'r', outlet: 'Al-Wasat', language: 'en', text: 'The whole text' }],
    statements: [
      { key: 'outlet', channel: 'outlet', saidOn: '2017-07-31', citedBy: ['r'] },
      {
        key: 'ministry',
        channel: 'statement',
        speakerName: 'Ministry',
        saidOn: '2017-07-29',
        citedBy: ['r'],
      },
    ],
    incidents: [incident('a'), incident('b')],
  })
  const recorded = await recordLog(keeper, log)
  a = recorded[0]?.code ?? ''
  b = recorded[1]?.code ?? ''
})

const read = async (code: string): Promise<LogDraft> => logDraft.parse(await readIncidentLog(keeper, code))

function ministryOf(log: LogDraft): LogDraft['statements'][number] {
  const found = log.statements.find(({ channel }) => channel === 'statement')
  if (!found) throw new Error('no ministry')
  return found
}

const bestOf = async (code: string) => (await readIncident(keeper, code)).killed.best

test('a statement changed in one incident derives each incident that rests on it anew, at a new version', async () => {
  expect([await bestOf(a), await bestOf(b)]).toEqual([8, 8])
  const log = await read(a)
  ministryOf(log).saidOn = '2017-08-02'
  await recordLog(keeper, { ...log, why: 'the page has the day' })
  expect([await bestOf(a), await bestOf(b)]).toEqual([5, 5])
  const other = await readIncident(keeper, b)
  expect(other).toMatchObject({ version: 2, versions: [{ version: 2, action: 'change', by: 'keeper' }, {}] })
  const [version] = await prisma.incidentVersion.findMany({
    where: { incident: { code: b }, recordedTo: null },
  })
  expect(version?.document).toMatchObject({ statements: [{}, { saidOn: '2017-08-02', version: 2 }] })
  const revisions = await prisma.revision.findMany({
    where: { entity: 'statement', entityId: ministryOf(log).id ?? 0 },
    orderBy: { id: 'asc' },
  })
  expect(revisions).toMatchObject([
    { action: 'record' },
    { action: 'change', version: 2, byWhom: 'keeper', why: 'the page has the day' },
  ])
})

test('the other incident’s copy, opened earlier, puts nothing old back', async () => {
  const earlier = await read(b)
  const log = await read(a)
  ministryOf(log).speakerName = 'Ministry of Health'
  await recordLog(keeper, log)
  await expect(recordLog(keeper, earlier)).rejects.toMatchObject({ kind: 'stale' })
  expect(ministryOf(await read(b)).speakerName).toBe('Ministry of Health')
})

test('a stale report or statement is refused with the stored one, and nothing is written', async () => {
  const earlier = await read(a)
  const log = await read(b)
  ministryOf(log).speakerName = 'Ministry of Health'
  await recordLog(keeper, log)
  const [incident] = (await read(a)).incidents
  const fresh = logDraft.parse({ ...earlier, incidents: [{ ...incident, code: null, version: null }] })
  const before = await prisma.incident.count()
  await expect(recordLog(keeper, fresh)).rejects.toMatchObject({
    kind: 'stale',
    problems: [{ path: ['statements', 1, 'version'], code: 'statement-stale' }],
    detail: {
      code: null,
      document: {
        reports: [],
        statements: [{ speakerName: 'Ministry of Health', version: 2 }],
        incidents: [],
      },
    },
  })
  expect(await prisma.incident.count()).toBe(before)
})

test('of two writers who change one statement through two incidents at once, one wins', async () => {
  const logs = await Promise.all([read(a), read(b)])
  for (const [i, log] of logs.entries()) ministryOf(log).note = `writer ${i}`
  const outcomes = await Promise.allSettled(logs.map((log) => recordLog(keeper, log)))
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ kind: 'stale' })
})

test('a changed report is remembered and reaches its incidents; its pasted text alone does not', async () => {
  const log = await read(a)
  const [report] = log.reports
  if (!report) throw new Error('no report')
  report.text = 'The whole text, and its end'
  await recordLog(keeper, log)
  expect((await readIncident(keeper, b)).version).toBe(1)
  const again = await read(a)
  Object.assign(again.reports[0] ?? {}, { outlet: 'Al-Wasat (Libya)', text: null })
  await recordLog(keeper, again)
  expect((await readIncident(keeper, b)).version).toBe(2)
  expect((await read(b)).reports).toMatchObject([
    { outlet: 'Al-Wasat (Libya)', text: 'The whole text, and its end', version: 3 },
  ])
  const where = { entity: 'report', entityId: report.id ?? 0, action: 'change' }
  expect(await prisma.revision.count({ where })).toBe(2)
})

test('a save that changes nothing shared leaves it at its version, and the other incident alone', async () => {
  await recordLog(keeper, await read(a))
  expect(await read(a)).toMatchObject({
    reports: [{ version: 1 }],
    statements: [{ version: 1 }, { version: 1 }],
  })
  expect((await readIncident(keeper, b)).version).toBe(1)
})

test('a deleted incident follows too, so that it comes back with figures of what now stands', async () => {
  await deleteIncident(keeper, b, 1)
  const log = await read(a)
  ministryOf(log).saidOn = '2017-08-02'
  await recordLog(keeper, log)
  await restoreIncident(keeper, b)
  expect(await bestOf(b)).toBe(5)
})

test('a dataset’s own report and statement stay as they came', async () => {
  const log = await read(a)
  const [report, ministry] = [log.reports[0], ministryOf(log)]
  await prisma.dataset.deleteMany()
  await prisma.dataset.create({
    data: {
      slug: 'of-its-own',
      name: 'A dataset',
      version: '1',
      licence: 'CC BY 4.0',
      attribution: 'Somebody',
      collects: ['killed'],
      statementId: ministry.id,
      reportId: report?.id ?? null,
    },
  })
  await recordLog(keeper, log)
  const again = await read(a)
  ministryOf(again).note = 'rewritten'
  Object.assign(again.reports[0] ?? {}, { title: 'rewritten' })
  await expect(recordLog(keeper, again)).rejects.toMatchObject({
    kind: 'invalid',
    problems: [
      { path: ['reports', 0, 'title'], code: 'report-of-dataset' },
      { path: ['statements', 1, 'note'], code: 'statement-of-dataset' },
    ],
  })
})

test('who may not change an incident puts no other text into its report', async () => {
  const contributor: Viewer = { kind: 'member', id: 'c', name: 'c', role: 'contributor', scopes: null }
  const { reports, incidents } = await read(a)
  const published = { status: 'published', visibility: 'everyone' }
  await prisma.incident.updateMany({ where: { code: { in: [a, b] } }, data: published })
  const own = incidents.map((one) => ({ ...one, code: null, version: null, claims: [], conflictSets: [] }))
  const log = (text: string | null) =>
    logDraft.parse({ reports: reports.map((one) => ({ ...one, text })), statements: [], incidents: own })
  await expect(recordLog(contributor, log('Other words'))).rejects.toMatchObject({
    kind: 'forbidden',
    problems: [{ code: 'shared-settled' }],
  })
  const stored = await prisma.report.findUniqueOrThrow({ where: { id: reports[0]?.id ?? 0 } })
  expect(stored.text).toBe('The whole text')
  expect(await recordLog(contributor, log(null))).toHaveLength(1)
})

describe('outside the team, of a report and a statement that others brought', () => {
  const member = (id: string, role: Role): Viewer => ({ kind: 'member', id, name: id, role, scopes: null })
  const contributor = member('amal', 'contributor')
  const analyst = member('nadia', 'analyst')
  const secrets = ['The whole text', 'Told in confidence', 'somebody-named']
  const named = ['somebody-named']

  /** The contributor's own draft of what the first of the published incidents says. */
  async function ownDraft(): Promise<string> {
    await prisma.report.updateMany({ data: { named } })
    await prisma.statement.updateMany({ data: { note: 'Told in confidence', named } })
    const published = { status: 'published', visibility: 'everyone' }
    await prisma.incident.updateMany({ where: { code: { in: [a, b] } }, data: published })
    const log = logDraft.parse(await readIncidentLog(contributor, a))
    const own = log.incidents.map((one) => ({ ...one, code: null, version: null }))
    const [recorded] = await recordLog(contributor, logDraft.parse({ ...log, incidents: own }))
    return recorded?.code ?? ''
  }

  const stored = async () => [
    await prisma.report.findMany({ orderBy: { id: 'asc' } }),
    await prisma.statement.findMany({ orderBy: { id: 'asc' } }),
  ]

  test('one’s own draft holds no text, note or named people, and records again without losing them', async () => {
    const own = await ownDraft()
    const log = logDraft.parse(await readIncidentLog(contributor, own))
    const page = await readIncident(contributor, own)
    for (const secret of secrets) {
      expect(JSON.stringify([log, page])).not.toContain(secret)
      expect(JSON.stringify(await readIncidentLog(analyst, own))).toContain(secret)
    }
    const before = await stored()
    await recordLog(contributor, log)
    await recordLog(contributor, await patchOf(contributor, own, 2, { title: { ar: null, en: 'Mine' } }))
    expect(await stored()).toEqual(before)
  })

  test('what the team adds to one’s draft can be changed, and keeps what is not shown', async () => {
    const own = await ownDraft()
    const log = logDraft.parse(await readIncidentLog(contributor, own))
    const added = logDraft.parse({
      reports: [{ key: 'r', outlet: 'Reuters', language: 'en', text: 'A wire', named: [] }],
      statements: [{ key: 's', channel: 'outlet', citedBy: ['r'], note: 'By telephone' }],
      incidents: log.incidents.map((one) => ({
        ...one,
        claims: one.claims.slice(0, 1).map((claim) => ({ ...claim, key: 'new', statement: 's' })),
        conflictSets: [],
      })),
    })
    await recordLog(analyst, added)
    const read = logDraft.parse(await readIncidentLog(contributor, own))
    expect(read).toMatchObject({
      reports: expect.arrayContaining([expect.objectContaining({ outlet: 'Reuters', text: null })]),
      statements: [{ note: null }],
    })
    const saidOn = (day: string) => ({
      ...read,
      statements: read.statements.map((one) => ({ ...one, saidOn: day })),
    })
    await recordLog(contributor, saidOn('2017-07-30'))
    const statement = { id: read.statements[0]?.id ?? 0 }
    expect(await prisma.statement.findUnique({ where: statement })).toMatchObject({
      note: 'By telephone',
      version: 2,
    })
    const stale = await recordLog(contributor, saidOn('2017-07-31')).catch((error: Refusal) => error)
    const fresh = read.incidents.map((one) => ({ ...one, code: null, version: null }))
    const staleShared = await recordLog(contributor, { ...saidOn('2017-07-31'), incidents: fresh }).catch(
      (error: Refusal) => error,
    )
    for (const refusal of [stale, staleShared]) {
      expect(refusal).toMatchObject({ kind: 'stale' })
      expect(JSON.stringify(refusal)).toContain('"channel":"outlet"')
      expect(JSON.stringify(refusal)).not.toMatch(/By telephone|A wire/)
    }
  })

  test('what one pasted oneself is there', async () => {
    const log = logDraft.parse(await readIncidentLog(contributor, await ownDraft()))
    const mine = logDraft.parse({
      reports: [{ key: 'r', outlet: 'Reuters', language: 'en', text: 'A wire' }],
      statements: [],
      incidents: log.incidents.map((one) => ({ ...one, code: null, version: null, claims: [] })),
    })
    const [recorded] = await recordLog(contributor, mine)
    expect(await readIncidentLog(contributor, recorded?.code ?? '')).toMatchObject({
      reports: [{ text: 'A wire' }],
    })
  })
})
