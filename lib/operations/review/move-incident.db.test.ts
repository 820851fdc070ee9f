import { beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { type Role, roles } from '@/lib/access/roles'
import { keeper, type Member, type Viewer } from '@/lib/access/viewer'
import { freshDatabase } from '@/lib/db/test-database'
import type { Status } from '@/lib/incident/lists'
import type { LogDraft } from '@/lib/incident/log-draft'
import { type ReviewStep, reviewSteps, stepRules } from '@/lib/incident/review'
import { Refusal } from '@/lib/problem'
import { deleteIncident, readIncidentLog, restoreIncident } from '../edit-incident'
import { dernaLog, type Registry, seedRegistry } from '../log-draft.test-kit'
import { readIncident, readIncidentVersion } from '../read-incident'
import { recordLog } from '../record-log'
import { leaveDisputed } from './leave-disputed'
import { moveIncident } from './move-incident'
import { moveIncidents } from './move-incidents'
import { undoStep } from './undo-step'
import { whatWaits } from './what-waits'

const { prisma } = await freshDatabase()
let registry: Registry

const person = (id: string, role: Role): Member => ({ kind: 'member', id, name: id, role, scopes: null })
const amal = person('amal', 'contributor')
const nadia = person('nadia', 'analyst')
const rami = person('rami', 'reviewer')
const sana = person('sana', 'reviewer')

beforeAll(async () => {
  registry = await seedRegistry(prisma)
})

beforeEach(() => fourEyes(false))

async function fourEyes(on: boolean) {
  await prisma.setting.upsert({
    where: { key: 'four-eyes' },
    create: { key: 'four-eyes', value: on },
    update: { value: on },
  })
}

/** An incident of the viewer's, moved to where `status` says without asking anybody. */
async function incidentOf(viewer: Viewer, status: Status = 'draft') {
  const [recorded] = await recordLog(viewer, dernaLog(registry))
  const code = recorded?.code ?? ''
  await prisma.incident.update({ where: { code }, data: { status, visibility: 'everyone' } })
  return { code, version: recorded?.version ?? 0 }
}

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Refusal)) throw new Error(`expected a refusal, got ${String(error)}`)
  return error
}

const codesOf = ({ kind, problems }: Refusal) => [kind, ...problems.map(({ code }) => code)]

test('what a log says of the status counts for nobody but the keeper', async () => {
  const log = dernaLog(registry)
  for (const incident of log.incidents) incident.status = 'published'
  const [recorded] = await recordLog(nadia, log)
  const row = await prisma.incident.findUniqueOrThrow({ where: { code: recorded?.code ?? '' } })
  expect(row).toMatchObject({ status: 'draft', createdBy: 'nadia' })
})

test('from a contributor’s draft to the readers, each step a version with its revision', async () => {
  await fourEyes(true)
  const { code } = await incidentOf(amal)
  const steps: [Viewer, ReviewStep, string | null][] = [
    [amal, 'submit', null],
    [rami, 'return', 'Which quarry?'],
    [amal, 'submit', 'The northern one.'],
    [sana, 'verify', null],
    [sana, 'publish', null],
    [rami, 'withdraw', 'It happened elsewhere.'],
    [rami, 'reopen', null],
  ]
  let version = 1
  for (const [viewer, step, note] of steps) {
    const moved = await moveIncident(viewer, code, version, step, note)
    expect(moved).toEqual({ code, version: version + 1, status: stepRules[step].to })
    version = moved.version
  }
  const { id } = await prisma.incident.findUniqueOrThrow({ where: { code } })
  const revisions = await prisma.revision.findMany({
    where: { entity: 'incident', entityId: id, version: { gt: 1 } },
    orderBy: { id: 'asc' },
  })
  expect(revisions.map(({ byUser, action, why }) => [byUser, action, why])).toEqual(
    steps.map(([viewer, step, note]) => [(viewer as Member).id, step, note]),
  )
  const versions = await prisma.incidentVersion.findMany({
    where: { incidentId: id },
    orderBy: { version: 'asc' },
  })
  const statusThen = versions.map(({ document }) => (document as unknown as LogDraft).incidents[0]?.status)
  expect(statusThen).toEqual(['draft', ...steps.map(([, step]) => stepRules[step].to)])
  expect(versions.filter(({ recordedTo }) => recordedTo === null)).toHaveLength(1)
})

describe('every step is refused to a role that it is not for, and changes nothing', () => {
  const allowed: Record<Role, ReviewStep[]> = {
    reader: [],
    contributor: [],
    analyst: ['submit'],
    reviewer: [...reviewSteps],
    administrator: [...reviewSteps],
  }
  const cells = roles.flatMap((role) => reviewSteps.map((step) => [role, step] as const))
  it.each(cells)('%s: %s', async (role, step) => {
    const [from = 'draft'] = stepRules[step].from
    const { code, version } = await incidentOf(nadia, from)
    if (step === 'confirm')
      await prisma.incident.update({ where: { code }, data: { unverifiedChange: true } })
    const move = moveIncident(person(`a-${role}`, role), code, version, step, 'why')
    if (allowed[role].includes(step)) {
      expect(await move).toEqual({ code, version: version + 1, status: stepRules[step].to })
      return
    }
    // Outsiders see published incidents only: of others they learn nothing, not even that they are there.
    const seen = from === 'published' || role === 'analyst'
    expect((await refusalOf(move)).kind).toBe(seen ? 'forbidden' : 'not-found')
    expect(await prisma.incident.findUniqueOrThrow({ where: { code } })).toMatchObject({
      status: from,
      version,
    })
  })
})

describe('under four eyes', () => {
  beforeEach(() => fourEyes(true))

  it('nobody verifies what they logged, or changed since', async () => {
    const { code, version } = await incidentOf(rami)
    await moveIncident(rami, code, version, 'submit', null)
    expect(codesOf(await refusalOf(moveIncident(rami, code, 2, 'verify', null)))).toEqual([
      'forbidden',
      'four-eyes',
    ])
    const log = await readIncidentLog(sana, code)
    await recordLog(sana, log)
    expect(codesOf(await refusalOf(moveIncident(sana, code, 3, 'verify', null)))).toEqual([
      'forbidden',
      'four-eyes',
    ])
    await moveIncident(person('admin', 'administrator'), code, 3, 'verify', null)
    const step = await prisma.reviewStep.findFirstOrThrow({ where: { step: 'verify', incident: { code } } })
    expect(step).toMatchObject({ byUser: 'admin', secondPerson: true })
  })

  it('being sent back clears nobody of having written it', async () => {
    const { code } = await incidentOf(nadia, 'in-review')
    await recordLog(rami, await readIncidentLog(rami, code))
    await moveIncident(sana, code, 2, 'return', 'Look again.')
    await moveIncident(nadia, code, 3, 'submit', null)
    expect((await refusalOf(moveIncident(rami, code, 4, 'verify', null))).kind).toBe('forbidden')
  })
})

test('without four eyes one verifies their own, and it is remembered that nobody else did', async () => {
  const { code, version } = await incidentOf(rami, 'in-review')
  await moveIncident(rami, code, version, 'verify', null)
  const step = await prisma.reviewStep.findFirstOrThrow({ where: { incident: { code } } })
  expect(step.secondPerson).toBe(false)
})

test('a change takes a verified incident back into review; a published one stays, marked until it is confirmed', async () => {
  await fourEyes(true)
  const { code } = await incidentOf(nadia, 'verified')
  await recordLog(rami, await readIncidentLog(rami, code))
  expect(await prisma.incident.findUniqueOrThrow({ where: { code } })).toMatchObject({ status: 'in-review' })
  await moveIncident(sana, code, 2, 'verify', null)
  await moveIncident(sana, code, 3, 'publish', null)
  await recordLog(sana, await readIncidentLog(sana, code))
  const changed = { status: 'published', unverifiedChange: true, version: 5 }
  expect(await prisma.incident.findUniqueOrThrow({ where: { code } })).toMatchObject(changed)
  expect((await refusalOf(moveIncident(sana, code, 5, 'confirm', null))).kind).toBe('forbidden')
  await moveIncident(rami, code, 5, 'confirm', null)
  const confirmed = { status: 'published', unverifiedChange: false, version: 6 }
  expect(await prisma.incident.findUniqueOrThrow({ where: { code } })).toMatchObject(confirmed)
})

test('nobody but who reviews changes, deletes or brings back what is published', async () => {
  const { code, version } = await incidentOf(nadia, 'published')
  const log = await readIncidentLog(nadia, code)
  expect(codesOf(await refusalOf(recordLog(nadia, log)))).toEqual(['forbidden', 'may-not-change'])
  expect(codesOf(await refusalOf(deleteIncident(nadia, code, version)))).toEqual([
    'forbidden',
    'may-not-change',
  ])
  await deleteIncident(rami, code, version)
  expect((await refusalOf(restoreIncident(nadia, code))).kind).toBe('forbidden')
  await restoreIncident(rami, code)
})

test('an analyst cannot change a published incident through a statement that it shares with a draft', async () => {
  const { code } = await incidentOf(nadia, 'published')
  const log = await readIncidentLog(nadia, code)
  const [statement] = log.statements
  const draft = dernaLog(registry)
  draft.reports = log.reports.map((report) => ({ ...report }))
  draft.statements = log.statements.map((one) =>
    one.key === statement?.key ? { ...one, note: 'said at noon' } : one,
  )
  for (const incident of draft.incidents) incident.claims = []
  expect(codesOf(await refusalOf(recordLog(nadia, draft)))).toEqual(['forbidden', 'shared-settled'])
})

test('of two who review at once one wins, and the other is told what there is now', async () => {
  const { code, version } = await incidentOf(nadia, 'in-review')
  const outcomes = await Promise.allSettled([
    moveIncident(rami, code, version, 'verify', null),
    moveIncident(sana, code, version, 'return', 'No.'),
  ])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  for (const outcome of outcomes)
    if (outcome.status === 'rejected')
      expect(outcome.reason).toMatchObject({ kind: 'stale', detail: { code, version: version + 1 } })
})

test('a step needs its place, its words, and no contradiction that nobody looked at', async () => {
  const draft = await incidentOf(nadia)
  expect(codesOf(await refusalOf(moveIncident(rami, draft.code, 1, 'publish', null)))).toEqual([
    'invalid',
    'step-not-from',
  ])
  const { code } = await incidentOf(nadia, 'in-review')
  expect(codesOf(await refusalOf(moveIncident(rami, code, 1, 'return', null)))).toEqual([
    'invalid',
    'note-missing',
  ])
  const { id } = await prisma.incident.findUniqueOrThrow({ where: { code } })
  const set = await prisma.conflictSet.create({
    data: {
      incidentId: id,
      position: 0,
      question: 'Four or five?',
      alternativeNames: ['4', '5'],
      openedBy: 'n',
    },
  })
  const refused = await refusalOf(moveIncident(rami, code, 1, 'verify', null))
  expect(refused.problems).toMatchObject([
    { code: 'conflict-open', params: { set: `x${set.id}`, question: 'Four or five?' } },
  ])
  await leaveDisputed(rami, code, 1, `x${set.id}`, 'Both spokesmen were there.')
  expect(await moveIncident(rami, code, 2, 'verify', null)).toMatchObject({ status: 'verified' })
})

describe('a contradiction between claims of which one is withheld', () => {
  /** An incident of nadia's in review, with a set of the killed against what `hide` withholds: a claim, statement or report. */
  async function withSet(hide: (log: LogDraft) => object[]) {
    const log = dernaLog(registry)
    const [report] = log.reports
    const [outlet, mansouri] = log.statements
    const [incident] = log.incidents
    const [four, five, vehicles] = incident?.claims ?? []
    if (!report || !outlet || !mansouri || !incident || !four || !five || !vehicles)
      throw new Error('another log than expected')
    log.reports.push({ ...report, key: 'other' })
    Object.assign(mansouri, { citedBy: ['other'] })
    incident.claims = [four, five, { ...vehicles, report: null }]
    incident.conflictSets = [
      {
        ...{ key: 'set', question: 'Killed, or the cars?', decided: null, decidedWhy: null },
        alternatives: [
          { key: 'killed', name: null, claims: ['four'] },
          { key: 'cars', name: null, claims: ['vehicles'] },
        ],
      },
    ]
    for (const thing of hide(log)) Object.assign(thing, { visibility: 'named', named: [] })
    const [recorded] = await recordLog(nadia, log)
    const code = recorded?.code ?? ''
    await prisma.incident.update({ where: { code }, data: { status: 'in-review' } })
    const set = await prisma.conflictSet.findFirstOrThrow({ where: { incident: { code } } })
    return { code, set: `x${set.id}` }
  }

  const decides = async (viewer: Viewer) =>
    (await whatWaits(viewer)).incidents.decide.map(({ incident }) => incident.code)

  const hidings: [string, (log: LogDraft) => object[]][] = [
    ['a claim', ({ incidents: [first] }) => first?.claims.slice(2) ?? []],
    ['a statement', ({ statements }) => statements.slice(1)],
    ['a report', ({ reports }) => reports.slice(1)],
  ]
  it.each(hidings)('is not there for who does not see %s', async (_, hide) => {
    const { code, set } = await withSet(hide)
    expect((await readIncident(rami, code)).conflictSets).toEqual([])
    expect(await decides(rami)).not.toContain(code)
    const guessed = await refusalOf(leaveDisputed(rami, code, 1, set, 'Guessed.'))
    const unknown = await refusalOf(leaveDisputed(rami, code, 1, 'x999999', 'Guessed.'))
    expect(guessed.problems).toEqual(unknown.problems)
    expect(await moveIncident(rami, code, 1, 'verify', null)).toMatchObject({ status: 'verified' })
    const after = await prisma.conflictSet.findFirstOrThrow({ where: { incident: { code } } })
    expect(after).toMatchObject({ decided: null, leftDisputedBy: null })
  })

  it.each(hidings)('is told by no version to who does not see %s', async (_, hide) => {
    const { code, set } = await withSet(hide)
    await leaveDisputed(nadia, code, 1, set, 'Qanarya.')
    await leaveDisputed(nadia, code, 2, set, null)
    const stepsFor = async (viewer: Viewer) =>
      (await readIncident(viewer, code)).versions.map(({ action, why }) => [action, why])
    expect(await stepsFor(nadia)).toEqual([
      ['dispute-reopened', null],
      ['left-disputed', 'Qanarya.'],
      ['record', null],
    ])
    expect(await stepsFor(rami)).toEqual([
      ['change', null],
      ['change', null],
      ['record', null],
    ])
    expect(await readIncidentVersion(rami, code, 2)).toMatchObject({ action: 'change', why: null })
    await prisma.conflictSet.deleteMany({ where: { incident: { code } } })
    expect(await stepsFor(nadia)).toEqual(await stepsFor(rami))
  })

  it('waits for who sees it, and stops them', async () => {
    const { code, set } = await withSet(() => [])
    expect(await decides(rami)).toContain(code)
    expect(codesOf(await refusalOf(moveIncident(rami, code, 1, 'verify', null)))).toEqual([
      'invalid',
      'conflict-open',
    ])
    await leaveDisputed(rami, code, 1, set, 'Nobody knows.')
    expect(await decides(rami)).not.toContain(code)
    const hidden = await withSet(hidings[0]?.[1] ?? (() => []))
    await prisma.claim.updateMany({ where: { incident: { code: hidden.code } }, data: { named: ['rami'] } })
    expect(await decides(rami)).toContain(hidden.code)
    expect((await refusalOf(moveIncident(rami, hidden.code, 1, 'verify', null))).problems).toHaveLength(1)
  })
})

test('a step is taken back by who took it, until somebody touches the incident', async () => {
  const { code } = await incidentOf(nadia, 'in-review')
  await moveIncident(rami, code, 1, 'verify', null)
  expect(codesOf(await refusalOf(undoStep(sana, code, 2)))).toEqual(['invalid', 'step-not-undoable'])
  expect(await undoStep(rami, code, 2)).toEqual({ code, version: 3, status: 'in-review' })
  expect(codesOf(await refusalOf(undoStep(rami, code, 3)))).toEqual(['invalid', 'step-not-undoable'])
  await moveIncident(rami, code, 3, 'verify', null)
  await prisma.$executeRaw`update review_step set at = at - interval '11 minutes'`
  expect(codesOf(await refusalOf(undoStep(rami, code, 4)))).toEqual(['invalid', 'step-not-undoable'])
})

test('of several each fares by itself, and all that went come back', async () => {
  const one = await incidentOf(nadia, 'in-review')
  const other = await incidentOf(rami, 'draft')
  const moved = await moveIncidents(rami, [one, other, { code: 'LY-2017-0000', version: 1 }], 'verify', null)
  expect(moved).toMatchObject([
    { code: one.code, status: 'verified', version: 2 },
    { code: other.code, problems: [{ code: 'step-not-from' }] },
    { problems: [{ code: 'incident-unknown' }] },
  ])
  const back = await moveIncidents(rami, [{ code: one.code, version: 2 }], 'undo', null)
  expect(back).toEqual([{ code: one.code, status: 'in-review', version: 3 }])
})

test('the keeper loads what was reviewed elsewhere', async () => {
  const log = dernaLog(registry)
  for (const incident of log.incidents) incident.status = 'verified'
  const [recorded] = await recordLog(keeper, log)
  const row = await prisma.incident.findUniqueOrThrow({ where: { code: recorded?.code ?? '' } })
  expect(row.status).toBe('verified')
})
