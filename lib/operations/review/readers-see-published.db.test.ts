import { beforeAll, describe, expect, it, test } from 'vitest'
import type { Member, Viewer } from '@/lib/access/viewer'
import { emptyFilter } from '@/lib/analysis/filter'
import { plainView } from '@/lib/analysis/view'
import { freshDatabase } from '@/lib/db/test-database'
import { type Status, statuses } from '@/lib/incident/lists'
import { logDraft } from '@/lib/incident/log-draft'
import { Refusal } from '@/lib/problem'
import { findDuplicates } from '../find-duplicates'
import { countIncidentGroups, listIncidents, yearsOnRecord } from '../list-incidents'
import { dernaLog, type Registry, seedRegistry } from '../log-draft.test-kit'
import { readIncident, readWithdrawal } from '../read-incident'
import { recordLog } from '../record-log'
import { summarise } from '../summarise'
import { moveIncident } from './move-incident'

const { prisma } = await freshDatabase()
let registry: Registry
/** The code of one incident of each status; all are of one episode, and all link to the published one. */
const codes = new Map<Status, string>()

const person = (id: string, role: Member['role']): Member => ({
  kind: 'member',
  id,
  name: id,
  role,
  scopes: null,
})
const nadia = person('nadia', 'analyst')
const rami = person('rami', 'reviewer')

const readers: [string, Viewer][] = [
  ['a reader', person('rita', 'reader')],
  ['a contributor, of what others logged', person('amal', 'contributor')],
  ['anybody, where public reading is on', { kind: 'anonymous', name: '', sees: 'published' }],
]

beforeAll(async () => {
  registry = await seedRegistry(prisma)
  const log = dernaLog(registry)
  const [first] = log.incidents
  if (!first) throw new Error('no incident')
  const incidents = statuses.map((status) => ({
    ...first,
    key: status,
    title: { ar: null, en: `Attack ${status}` },
    visibility: 'everyone',
    claims: first.claims.map((claim) => ({ ...claim, visibility: 'everyone' })),
    links: status === 'published' ? [] : [{ kind: 'context', key: 'published' }],
  }))
  const open = <T extends object>(things: T[]) =>
    things.map((thing) => ({ ...thing, visibility: 'everyone' }))
  const episode = {
    key: 'all',
    title: { en: 'The offensive' },
    incidents: [...statuses],
    claims: [
      {
        key: 'twelve',
        statement: 'outlet',
        visibility: 'everyone',
        says: { subject: 'casualties', outcome: 'killed', operator: 'exactly', point: 40 },
      },
    ],
  }
  const recorded = await recordLog(
    nadia,
    logDraft.parse({
      reports: open(log.reports),
      statements: open(log.statements),
      incidents,
      episodes: [episode],
    }),
  )
  for (const { key, code } of recorded) {
    codes.set(key as Status, code)
    await prisma.incident.update({ where: { code }, data: { status: key } })
  }
  const code = codes.get('withdrawn') ?? ''
  const { version } = await prisma.incident.update({ where: { code }, data: { status: 'published' } })
  await moveIncident(rami, code, version, 'withdraw', 'It happened elsewhere.')
})

const kindOf = (work: Promise<unknown>) =>
  work.then(
    () => 'shown',
    (error: unknown) => (error instanceof Refusal ? error.kind : String(error)),
  )

describe.each(readers)('%s', (_, viewer) => {
  const published = () => [codes.get('published')]

  it('finds the published one alone, in lists, headings, searches and duplicates', async () => {
    const found = async (filter: Partial<typeof emptyFilter>) =>
      (await listIncidents(viewer, { ...emptyFilter, ...filter }, plainView)).incidents.map(
        ({ code }) => code,
      )
    expect(await found({})).toEqual(published())
    expect(await found({ text: 'attack' })).toEqual(published())
    expect(await found({ statuses: [...statuses] })).toEqual(published())
    for (const status of statuses)
      if (status !== 'published') expect(await found({ statuses: [status] })).toEqual([])
    const groups = await countIncidentGroups(viewer, { ...emptyFilter, statuses: [...statuses] }, plainView)
    expect(groups.reduce((n, { whole, reachingBeyond }) => n + whole + reachingBeyond, 0)).toBe(1)
    const years = await countIncidentGroups(viewer, emptyFilter, { order: 'newest', group: 'year' })
    expect(await yearsOnRecord(viewer)).toEqual(years.map(({ start }) => Number(start.slice(0, 4))))
    const like = {
      key: 'k',
      code: null,
      placeId: registry.derna.id,
      start: null,
      end: '2017-07-30',
      actors: [],
    }
    const [likely] = await findDuplicates(viewer, [like])
    expect(likely?.matches.map(({ code }) => code)).toEqual(published())
  })

  it('counts the published one alone', async () => {
    const summary = await summarise(viewer, { ...emptyFilter, statuses: [...statuses] }, plainView)
    expect(summary.incidents).toBe(1)
    expect(summary.totals.killed.best).toBe(4)
  })

  it('reads it without what others lead to, who did what, or how it came to be', async () => {
    const incident = await readIncident(viewer, codes.get('published') ?? '')
    const told = JSON.stringify(incident)
    for (const [status, code] of codes) if (status !== 'published') expect(told).not.toContain(code)
    expect(incident.links).toEqual([])
    // An episode that others are of would tell that there are others.
    expect(incident.episodes).toEqual([])
    expect(incident.versions).toEqual([])
    expect(told).not.toMatch(/nadia|rami/)
  })

  it('learns of the withdrawn one that it was, and why; of all others nothing', async () => {
    for (const status of statuses) {
      const expected = { published: 'shown', withdrawn: 'withdrawn' }[status as string] ?? 'not-found'
      expect([status, await kindOf(readIncident(viewer, codes.get(status) ?? ''))]).toEqual([
        status,
        expected,
      ])
    }
    const left = await readWithdrawal(viewer, codes.get('withdrawn') ?? '')
    expect(left).toEqual({
      code: codes.get('withdrawn'),
      at: expect.any(String),
      note: 'It happened elsewhere.',
    })
    for (const status of statuses)
      if (status !== 'withdrawn') expect(await readWithdrawal(viewer, codes.get(status) ?? '')).toBeNull()
  })
})

test('nobody hears that an incident was withdrawn who could not have read it', async () => {
  const code = codes.get('withdrawn') ?? ''
  expect(await readWithdrawal({ kind: 'anonymous', name: '', sees: 'nothing' }, code)).toBeNull()
  expect(await readWithdrawal({ kind: 'anonymous', name: '', sees: 'sample' }, code)).toBeNull()
  await prisma.incident.update({ where: { code }, data: { visibility: 'team' } })
  for (const [, viewer] of readers) {
    expect(await readWithdrawal(viewer, code)).toBeNull()
    expect(await kindOf(readIncident(viewer, code))).toBe('not-found')
  }
})

test('readers are told when it was published, and whether a second person verified it', async () => {
  const [, anybody] = readers[2] as [string, Viewer]
  const [recorded] = await recordLog(rami, dernaLog(registry))
  const code = recorded?.code ?? ''
  await prisma.incident.update({ where: { code }, data: { visibility: 'everyone' } })
  await moveIncident(rami, code, 1, 'submit', null)
  await moveIncident(rami, code, 2, 'verify', null)
  await moveIncident(rami, code, 3, 'publish', null)
  const factsNow = async () => (await readIncident(anybody, code)).review
  expect(await factsNow()).toEqual({
    publishedAt: expect.any(String),
    secondPerson: false,
    changedSince: false,
  })
  await prisma.incident.update({ where: { code }, data: { unverifiedChange: true } })
  expect(await factsNow()).toMatchObject({ secondPerson: false, changedSince: true })
  await moveIncident(person('sana', 'reviewer'), code, 4, 'confirm', null)
  expect(await factsNow()).toMatchObject({ secondPerson: true, changedSince: false })
})
