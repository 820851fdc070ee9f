import { beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import type { Role } from '@/lib/access/roles'
import type { Member, Viewer } from '@/lib/access/viewer'
import { freshDatabase } from '@/lib/db/test-database'
import { rowKey } from '@/lib/incident/row-key'
import { Refusal } from '@/lib/problem'
import { dernaLog, type Registry, seedRegistry } from '../log-draft.test-kit'
import { recordLog } from '../record-log'
import { moveIncident } from '../review/move-incident'
import { readReview } from '../review/read-review'
import { countWaiting, whatWaits } from '../review/what-waits'
import { addComment } from './add-comment'
import { changeComment } from './change-comment'
import { seeNotices } from './see-notices'

const { prisma } = await freshDatabase()
let registry: Registry

const person = (id: string, role: Role): Member => ({ kind: 'member', id, name: id, role, scopes: null })
const amal = person('Amal', 'contributor')
const bahi = person('Bahi', 'contributor')
const nadia = person('Nadia', 'analyst')
const rami = person('Rami', 'reviewer')
const sana = person('Sana', 'reviewer')
const rita = person('Rita', 'reader')
const everybody = [amal, bahi, nadia, rami, sana, rita]

beforeAll(async () => {
  registry = await seedRegistry(prisma)
  await prisma.user.createMany({
    data: everybody.map(({ id, name, role }) => ({ id, name, role, email: `${id}@example.org` })),
  })
})

beforeEach(async () => {
  await prisma.comment.deleteMany()
  await prisma.incident.updateMany({ data: { deletedAt: new Date() } })
})

async function incidentOf(viewer: Viewer) {
  const [recorded] = await recordLog(viewer, dernaLog(registry))
  const { id, claims } = await prisma.incident.findUniqueOrThrow({
    where: { code: recorded?.code ?? '' },
    include: { claims: { orderBy: { position: 'asc' } } },
  })
  return { id, code: recorded?.code ?? '', claims }
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? (error.problems[0]?.code ?? '') : String(error)),
  )

const said = async (viewer: Viewer, code: string) =>
  (await readReview(viewer, code))?.comments.map(({ body }) => body)

describe('who is told of a comment', () => {
  it('those named who may see the incident; the author hears of whom it does not reach', async () => {
    const { code } = await incidentOf(nadia)
    const kept = await addComment(nadia, code, { body: '@Rami, @Bahi and @Rita: look', claim: null })
    expect(kept.unreached).toEqual(['Bahi', 'Rita'])
    const notices = await prisma.notice.findMany({ where: { commentId: kept.id } })
    expect(notices.map(({ userId }) => userId)).toEqual(['Rami'])
    expect((await whatWaits(rami)).mentions).toMatchObject([{ comment: kept.id, by: 'Nadia' }])
    expect((await whatWaits(bahi)).mentions).toEqual([])
  })

  it('nobody whom the incident is hidden from, even once it is hidden later', async () => {
    const { id, code } = await incidentOf(nadia)
    await addComment(nadia, code, { body: '@Rami look', claim: null })
    await prisma.incident.update({ where: { id }, data: { visibility: 'named', named: ['Nadia'] } })
    expect(await countWaiting(rami)).toBe(0)
    expect((await whatWaits(rami)).mentions).toEqual([])
    expect((await addComment(nadia, code, { body: '@Sana?', claim: null })).unreached).toEqual(['Sana'])
    expect(await codeOf(addComment(rami, code, { body: 'hm', claim: null }))).toBe('incident-unknown')
  })

  it('of a claim only those who may see the claim', async () => {
    const { code, claims } = await incidentOf(nadia)
    const [claim] = claims
    const claimId = claim?.id ?? 0
    await prisma.claim.update({ where: { id: claimId }, data: { visibility: 'named', named: ['Nadia'] } })
    const about = { body: 'the source is @Rami’s', claim: rowKey('claim', claimId) }
    expect((await addComment(nadia, code, about)).unreached).toEqual(['Rami'])
    expect(await said(rami, code)).toEqual([])
    expect(await said(nadia, code)).toEqual(['the source is @Rami’s'])
    expect(await codeOf(addComment(rami, code, about))).toBe('claim-unknown')
    await prisma.claim.delete({ where: { id: claimId } })
    expect(await said(sana, code)).toEqual([])
    expect(await said(nadia, code)).toEqual(['the source is @Rami’s'])
  })

  it('a contributor cannot try out who has an account here', async () => {
    const { code } = await incidentOf(amal)
    expect(await addComment(amal, code, { body: '@Sana @Bahi @Nobody', claim: null })).toMatchObject({
      unreached: [],
    })
    expect((await whatWaits(sana)).mentions).toEqual([])
    await addComment(rami, code, { body: 'Which quarry?', claim: null })
    expect((await readReview(amal, code))?.names).toEqual(['Rami'])
    await addComment(amal, code, { body: '@Rami the northern one', claim: null })
    expect((await whatWaits(rami)).mentions).toHaveLength(1)
  })
})

test('comments are for the team and for whoever logged the incident; readers never see them', async () => {
  const { id, code } = await incidentOf(amal)
  await addComment(rami, code, { body: 'Which quarry?', claim: null })
  expect(await said(amal, code)).toEqual(['Which quarry?'])
  expect(await said(nadia, code)).toEqual(['Which quarry?'])
  await prisma.incident.update({ where: { id }, data: { status: 'published', visibility: 'everyone' } })
  for (const reader of [bahi, rita]) {
    expect(await readReview(reader, code)).toBeNull()
    expect(await codeOf(addComment(reader, code, { body: 'hi', claim: null }))).toBe('may-not-comment')
  }
})

test('a comment is its author’s: who else reads it can settle it, and nothing more', async () => {
  const { code } = await incidentOf(nadia)
  const { id } = await addComment(nadia, code, { body: '@Rami look', claim: null })
  expect(await codeOf(changeComment(rami, id, { body: 'mine' }))).toBe('comment-of-another')
  expect(await codeOf(changeComment(rami, id, { deleted: true }))).toBe('comment-of-another')
  expect(await codeOf(changeComment(rita, id, { resolved: true }))).toBe('comment-unknown')
  await changeComment(rami, id, { resolved: true })
  expect((await readReview(nadia, code))?.comments).toMatchObject([{ resolvedBy: 'Rami' }])
  await changeComment(nadia, id, { body: '@Sana look' })
  expect([await countWaiting(rami), await countWaiting(sana)]).toEqual([0, 1])
  await changeComment(nadia, id, { deleted: true })
  expect([await said(rami, code), await countWaiting(sana)]).toEqual([[], 0])
  expect(await codeOf(changeComment(rami, id, { resolved: false }))).toBe('comment-unknown')
  await changeComment(nadia, id, { deleted: false })
  expect(await said(rami, code)).toEqual(['@Sana look'])
  const actions = await prisma.revision.findMany({ where: { entity: 'comment', entityId: id } })
  expect(actions.map(({ action }) => action)).toEqual(['resolve', 'change', 'delete', 'restore'])
})

test('a notice ends when it is seen, by whom it is for alone', async () => {
  const { code } = await incidentOf(nadia)
  const { id } = await addComment(nadia, code, { body: '@Rami look', claim: null })
  await seeNotices(sana, [id])
  const token: Viewer = { ...rami, scopes: ['read', 'record', 'review', 'protected'] }
  expect(await codeOf(seeNotices(token, [id]))).toBe('in-person-only')
  expect(await countWaiting(rami)).toBe(1)
  await seeNotices(rami, [id])
  expect(await countWaiting(rami)).toBe(0)
})

describe('what waits', () => {
  const waitsFor = async (viewer: Viewer) => {
    const { incidents } = await whatWaits(viewer)
    return Object.fromEntries(
      Object.entries(incidents).flatMap(([reason, rows]) =>
        rows.length === 0 ? [] : [[reason, rows.map(({ incident }) => incident.code)]],
      ),
    )
  }

  it('each step of an incident waits for who can take the next', async () => {
    await prisma.setting.create({ data: { key: 'four-eyes', value: true } })
    const { id, code } = await incidentOf(rami)
    await moveIncident(rami, code, 1, 'submit', null)
    expect(await waitsFor(rami)).toEqual({})
    expect(await waitsFor(sana)).toEqual({ verify: [code] })
    await moveIncident(sana, code, 2, 'return', 'Look again.')
    expect(await waitsFor(rami)).toEqual({ returned: [code] })
    expect((await whatWaits(rami)).incidents.returned).toMatchObject([{ note: 'Look again.', version: 3 }])
    await moveIncident(rami, code, 3, 'submit', null)
    await prisma.conflictSet.create({
      data: { incidentId: id, position: 0, alternativeNames: ['a', 'b'], openedBy: 'Rami' },
    })
    expect(await waitsFor(sana)).toEqual({ verify: [code], decide: [code] })
    expect(await countWaiting(sana)).toBe(1)
    await prisma.conflictSet.updateMany({ data: { leftDisputedBy: 'Rami' } })
    await moveIncident(sana, code, 4, 'verify', null)
    expect(await waitsFor(rami)).toEqual({ publish: [code] })
    await moveIncident(rami, code, 5, 'publish', null)
    expect(await waitsFor(sana)).toEqual({})
    await prisma.incident.update({ where: { id }, data: { unverifiedChange: true } })
    expect(await waitsFor(sana)).toEqual({ confirm: [code] })
    expect([await countWaiting(nadia), await countWaiting(rita)]).toEqual([0, 0])
  })
})
