import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { keeper } from '@/lib/access/viewer'
import { freshDatabase } from '@/lib/db/test-database'
import { discardDraft, listDrafts, readDraft, requireAccount, restoreDraft, saveDraft } from './drafts'
import { dernaLog, type Registry, seedRegistry } from './log-draft.test-kit'
import { recordLog } from './record-log'

const { prisma } = await freshDatabase()
let registry: Registry

beforeAll(async () => {
  registry = await seedRegistry(prisma)
})

const recorded = (code: string | undefined) => ({
  kind: 'gone',
  problems: [{ code: 'draft-recorded', params: { codes: code } }],
})

test('a draft is recorded once: whoever sends it again learns the codes, and no incident is added', async () => {
  const id = randomUUID()
  await saveDraft(keeper, id, { form: 1 }, null)
  const [first] = await recordLog(keeper, dernaLog(registry), id)
  const before = await prisma.incident.count()
  await expect(recordLog(keeper, dernaLog(registry), id)).rejects.toMatchObject(recorded(first?.code))
  expect(await prisma.incident.count()).toBe(before)
})

test('what was typed stands in no draft once it is recorded: its incidents mask what is protected', async () => {
  const id = randomUUID()
  await saveDraft(keeper, id, { speaker: 'the teacher' }, null)
  await recordLog(keeper, dernaLog(registry), id)
  expect(await prisma.draft.findUniqueOrThrow({ where: { id } })).toMatchObject({ document: {} })
  expect(JSON.stringify(await prisma.draft.findMany())).not.toContain('the teacher')
})

test('of two tabs that record one draft at once, one wins, also where the draft was never saved', async () => {
  const id = randomUUID()
  const before = await prisma.incident.count()
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => recordLog(keeper, dernaLog(registry), id)))
  const won = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []))
  expect(won).toHaveLength(1)
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(recorded(won[0]?.code))
  expect(await prisma.incident.count()).toBe(before + 1)
})

test('a late save neither opens a recorded draft again nor brings a discarded one back', async () => {
  const id = randomUUID()
  const version = await saveDraft(keeper, id, { form: 1 }, null)
  const [first] = await recordLog(keeper, dernaLog(registry), id)
  await expect(saveDraft(keeper, id, { late: true }, version)).rejects.toMatchObject(recorded(first?.code))
  await expect(restoreDraft(keeper, id)).rejects.toMatchObject({ kind: 'not-found' })
  await expect(discardDraft(keeper, id)).rejects.toMatchObject({ kind: 'not-found' })

  const other = randomUUID()
  await saveDraft(keeper, other, { form: 1 }, null)
  await discardDraft(keeper, other)
  await expect(saveDraft(keeper, other, { late: true }, 1)).rejects.toMatchObject({
    kind: 'gone',
    problems: [{ code: 'draft-discarded' }],
  })
  expect(await listDrafts(keeper)).toEqual([])
  await restoreDraft(keeper, other)
  expect(await readDraft(keeper, other)).toMatchObject({ document: { form: 1 }, version: 1 })
})

test('a log that is refused leaves its draft open', async () => {
  const id = randomUUID()
  await saveDraft(keeper, id, { form: 1 }, null)
  const log = dernaLog(registry)
  log.incidents[0]?.links.push({ kind: 'context', key: null, code: 'LY-2017-0000', note: null })
  await expect(recordLog(keeper, log, id)).rejects.toMatchObject({ kind: 'invalid' })
  expect(await readDraft(keeper, id)).toMatchObject({ document: { form: 1 } })
})

test('the draft of somebody else is not recorded', async () => {
  const id = randomUUID()
  await saveDraft({ kind: 'keeper', name: 'somebody' }, id, { form: 1 }, null)
  await expect(recordLog(keeper, dernaLog(registry), id)).rejects.toMatchObject({ kind: 'not-found' })
})

test('a token that only reads neither reads its owner’s drafts nor discards and brings back any', async () => {
  const owner = { kind: 'member', id: randomUUID(), name: 'Salma', role: 'analyst', scopes: null } as const
  const reading = { ...owner, scopes: ['read'] } as const
  const id = randomUUID()
  await saveDraft(owner, id, { form: 1 }, null)
  for (const act of [readDraft, listDrafts, discardDraft, restoreDraft])
    await expect(act(reading, id)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(readDraft(owner, id)).resolves.toMatchObject({ id })
})

test('what a draft holds comes to a token that was given what is protected, and in no answer to another', async () => {
  const owner = { kind: 'member', id: randomUUID(), name: 'Salma', role: 'analyst', scopes: null } as const
  const recording = { ...owner, scopes: ['read', 'record'] } as const
  const whole = { ...owner, scopes: ['read', 'record', 'protected'] } as const
  const id = randomUUID()
  await saveDraft(recording, id, { speaker: 'the teacher' }, null)
  await expect(readDraft(recording, id)).rejects.toMatchObject({ kind: 'forbidden' })
  const late = saveDraft(recording, id, { speaker: 'nobody' }, null)
  await expect(late).rejects.toMatchObject({ kind: 'stale', detail: { version: 1 } })
  await expect(late).rejects.not.toHaveProperty('detail.document')
  expect(await listDrafts(whole)).toMatchObject([{ document: { speaker: 'the teacher' } }])
})

test('what a page made for another account sends is refused; a program names none', () => {
  const badr = { kind: 'member', id: 'badr', name: 'Badr', role: 'analyst', scopes: null } as const
  const other = expect.objectContaining({ problems: [{ path: ['account'], code: 'another-account' }] })
  expect(() => requireAccount(badr, 'salma')).toThrow(other)
  for (const account of ['badr', undefined]) expect(() => requireAccount(badr, account)).not.toThrow()
})
