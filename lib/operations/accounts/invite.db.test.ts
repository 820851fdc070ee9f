import { beforeEach, expect, test } from 'vitest'
import type { Viewer } from '@/lib/access/viewer'
import { freshDatabase } from '@/lib/db/test-database'
import { acceptInvitation, openInvitation } from './accept-invitation'
import { Browser, makeMember, memberOf, password, signInAs } from './accounts.test-kit'
import { invitationDraft, invite, listInvitations, makeRecoveryLink, revokeInvitation } from './invite'
import { recoveryLinkFor } from './recovery-link-for'

const { prisma } = await freshDatabase()
const here = '192.0.2.1'
const draft = { email: 'badr@example.org', name: 'Badr', role: 'analyst' } as const
const gone = { kind: 'gone', problems: [{ code: 'invitation-wrong' }] }
let admin: Viewer

beforeEach(async () => {
  await prisma.user.deleteMany()
  await prisma.invitation.deleteMany()
  await prisma.throttle.deleteMany()
  admin = await memberOf(prisma, await makeMember(prisma, 'administrator'))
})

test('who is invited makes an account of the role that was meant for them, once', async () => {
  const { token } = await invite(admin, draft)
  expect(await openInvitation(token, here)).toEqual({ ...draft, recovers: false })
  await acceptInvitation({ token, name: 'Badr S.', password }, here)
  const browser = await signInAs('badr@example.org')
  expect(await browser.whoAsks()).toMatchObject({ kind: 'member', name: 'Badr S.', role: 'analyst' })
  await expect(acceptInvitation({ token, password }, here)).rejects.toMatchObject(gone)
  await expect(openInvitation(token, here)).rejects.toMatchObject(gone)
})

test('of several who use one link at once, one makes the account', async () => {
  const { token } = await invite(admin, draft)
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => acceptInvitation({ token, password }, here)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await prisma.user.count({ where: { email: draft.email } })).toBe(1)
})

test('of two links for one email, made at the same time, one makes the account and the other is worth nothing', async () => {
  const links = await Promise.all([invite(admin, draft), invite(admin, draft)])
  await prisma.invitation.updateMany({ data: { revokedAt: null } }) // both as the race may leave them
  const [first, second] = links.map(({ token }) => ({ token, password }))
  if (!first || !second) throw new Error('no links')
  await acceptInvitation(first, here)
  await expect(acceptInvitation(second, here)).rejects.toMatchObject(gone)
  expect(await prisma.user.count({ where: { email: draft.email } })).toBe(1)
})

test('a link is kept as a hash, and its token has 256 bits', async () => {
  const { token } = await invite(admin, draft)
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  const rows = await prisma.invitation.findMany()
  expect(JSON.stringify(rows)).not.toContain(token)
  expect(Buffer.from(rows[0]?.tokenHash ?? []).toString()).not.toContain(token)
})

test('a link is worth nothing once it is revoked, replaced by another, or a week old', async () => {
  const first = await invite(admin, draft)
  await revokeInvitation(admin, first.id)
  await expect(openInvitation(first.token, here)).rejects.toMatchObject(gone)
  const second = await invite(admin, draft)
  const third = await invite(admin, draft)
  await expect(openInvitation(second.token, here)).rejects.toMatchObject(gone)
  expect((await listInvitations(admin)).map(({ id }) => id)).toEqual([third.id])
  const week = 7 * 24 * 3600 * 1000
  expect(third.expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(week)
  await prisma.invitation.updateMany({ data: { expiresAt: new Date() } })
  await expect(acceptInvitation({ token: third.token, password }, here)).rejects.toMatchObject(gone)
  await expect(revokeInvitation(admin, first.id)).rejects.toMatchObject({ kind: 'not-found' })
})

test('none but administrators invite, list, revoke or recover', async () => {
  const { id } = await invite(admin, draft)
  for (const role of ['reader', 'contributor', 'analyst', 'reviewer'] as const) {
    const viewer = await memberOf(prisma, await makeMember(prisma, role))
    for (const act of [
      () => invite(viewer, { ...draft, email: 'x@example.org' }),
      () => listInvitations(viewer),
      () => revokeInvitation(viewer, id),
      () => makeRecoveryLink(viewer, viewer.id, false),
    ])
      await expect(act()).rejects.toMatchObject({ kind: 'forbidden' })
  }
})

test('somebody who has an account is not invited again, however the email is written', async () => {
  const again = invitationDraft.parse({ ...draft, email: 'Administrator@Example.org' })
  await expect(invite(admin, again)).rejects.toMatchObject({
    kind: 'duplicate',
    problems: [{ path: ['email'] }],
  })
})

test('a poor password is refused and the link stays good', async () => {
  const { token } = await invite(admin, draft)
  const poor = acceptInvitation({ token, password: 'badr badr badr badr' }, here)
  await expect(poor).rejects.toMatchObject({ kind: 'invalid', problems: [{ path: ['password'] }] })
  await acceptInvitation({ token, password }, here)
})

test('of a link that is not good no password is hashed', async () => {
  const unhashable = Symbol('password') as unknown as string
  await expect(acceptInvitation({ token: 'guess', password: unhashable }, here)).rejects.toMatchObject(gone)
})

test('guessed links are counted by address', async () => {
  for (let i = 0; i < 20; i++) await expect(openInvitation(`guess ${i}`, here)).rejects.toMatchObject(gone)
  await expect(openInvitation('guess', here)).rejects.toMatchObject({ kind: 'too-many' })
  await expect(openInvitation('guess', '192.0.2.2')).rejects.toMatchObject(gone)
})

test('a recovery sets another password and ends every session, and wrong tries before it are forgiven', async () => {
  const id = await makeMember(prisma, 'analyst')
  const before = await signInAs('analyst@example.org')
  for (let i = 0; i < 5; i++)
    await signInAs('analyst@example.org', new Browser(), 'forgotten').catch(() => {})
  const { token } = await makeRecoveryLink(admin, id, false)
  expect(await openInvitation(token, here)).toMatchObject({ recovers: true, email: 'analyst@example.org' })
  await acceptInvitation({ token, password: 'another four unrelated things' }, here)
  expect(await before.whoAsks()).toMatchObject({ kind: 'anonymous' })
  await expect(signInAs('analyst@example.org')).rejects.toMatchObject({ kind: 'unauthenticated' })
  await signInAs('analyst@example.org', new Browser(), 'another four unrelated things')
})

test('the keeper at the machine lets a lost administrator back in; a closed account stays closed', async () => {
  const keeper: Viewer = { kind: 'keeper', name: 'keeper' }
  const link = await recoveryLinkFor(keeper, 'Administrator@example.org', false)
  await acceptInvitation({ token: link?.token ?? '', password: 'another four unrelated things' }, here)
  await signInAs('administrator@example.org', new Browser(), 'another four unrelated things')
  const open = await recoveryLinkFor(keeper, 'administrator@example.org', false)
  await prisma.user.updateMany({ data: { closedAt: new Date() } })
  expect(await recoveryLinkFor(keeper, 'administrator@example.org', false)).toBeNull()
  await expect(acceptInvitation({ token: open?.token ?? '', password }, here)).rejects.toMatchObject(gone)
})
