import { beforeEach, expect, test } from 'vitest'
import type { Member } from '@/lib/access/viewer'
import { freshDatabase } from '@/lib/db/test-database'
import { readAccessLog } from '../read-access-log'
import { changeSettings, installationSettings, settingsChange } from '../settings'
import { createToken } from '../tokens/keep-tokens'
import { tokenAsks } from '../tokens/token-asks'
import { acceptInvitation } from './accept-invitation'
import { Browser, holderOf, makeMember, memberOf, password, signInAs } from './accounts.test-kit'
import { changePassword } from './change-password'
import { makeRecoveryLink } from './invite'
import { changeMember, endMemberSessions, listMembers } from './members'
import { endOtherSessions, endSession, listSessions } from './sessions'
import { unlock } from './unlock'

const { prisma } = await freshDatabase()
const email = 'analyst@example.org'
let admin: Member
let id: string

beforeEach(async () => {
  await prisma.user.deleteMany()
  await prisma.throttle.deleteMany()
  await prisma.setting.deleteMany()
  admin = await memberOf(prisma, await makeMember(prisma, 'administrator'))
  id = await makeMember(prisma, 'analyst')
})

const logged = async () => (await prisma.accessLog.findMany({ orderBy: { id: 'desc' }, take: 1 }))[0]

test('another role holds at once, ends the sessions, and is noted with what it was', async () => {
  const browser = await signInAs(email)
  await changeMember(admin, id, { role: 'reviewer' })
  expect(await browser.whoAsks()).toMatchObject({ kind: 'anonymous' })
  expect(await (await signInAs(email)).whoAsks()).toMatchObject({ role: 'reviewer' })
  expect(await logged()).toMatchObject({ action: 'sign-in' })
  const change = await prisma.accessLog.findFirstOrThrow({ where: { action: 'change-role' } })
  expect(change).toMatchObject({ byUser: admin.id, entityId: id, why: 'analyst → reviewer' })
  const { name } = await memberOf(prisma, id)
  const { lines } = await readAccessLog(admin, change.id + 1n)
  expect(lines[0]).toMatchObject({ by: admin.name, action: 'change-role', whose: name })
})

test('a closed account has no sessions and no tokens, and does not get the tokens back', async () => {
  const browser = await signInAs(email)
  const viewer = await memberOf(prisma, id)
  const draft = { name: 'script', scopes: ['read' as const], days: 1, password }
  const { text: secret } = await createToken(viewer, draft, '198.51.100.7')
  expect((await tokenAsks(secret)).member).toMatchObject({ id })
  await changeMember(admin, id, { closed: true })
  expect(await browser.whoAsks()).toMatchObject({ kind: 'anonymous' })
  await expect(tokenAsks(secret)).rejects.toMatchObject({ kind: 'unauthenticated' })
  await changeMember(admin, id, { closed: false })
  await expect(tokenAsks(secret)).rejects.toMatchObject({ kind: 'unauthenticated' })
  await signInAs(email)
})

test('nobody changes themselves, and the last administrator stays one', async () => {
  const yourself = { kind: 'forbidden', problems: [{ code: 'not-yourself' }] }
  await expect(changeMember(admin, admin.id, { role: 'reader' })).rejects.toMatchObject(yourself)
  const keeper = { kind: 'keeper', name: 'keeper' } as const
  const last = { kind: 'forbidden', problems: [{ code: 'last-administrator' }] }
  await expect(changeMember(keeper, admin.id, { closed: true })).rejects.toMatchObject(last)
  await expect(changeMember(keeper, admin.id, { role: 'reviewer' })).rejects.toMatchObject(last)
})

test('of two administrators who close each other at once, one stays', async () => {
  await changeMember(admin, id, { role: 'administrator' })
  const other = await memberOf(prisma, id)
  await Promise.allSettled([
    changeMember(admin, id, { closed: true }),
    changeMember(other, admin.id, { closed: true }),
  ])
  expect(await prisma.user.count({ where: { role: 'administrator', closedAt: null } })).toBe(1)
})

test('none but administrators see members, change them or the settings', async () => {
  const analyst = await memberOf(prisma, id)
  for (const act of [
    () => listMembers(analyst),
    () => changeMember(analyst, admin.id, { role: 'reader' }),
    () => endMemberSessions(analyst, admin.id),
    () => changeSettings(analyst, { publicReading: true }),
    () => listMembers({ ...admin, scopes: ['read', 'record', 'review', 'protected'] }),
  ])
    await expect(act()).rejects.toMatchObject({ kind: 'forbidden' })
  expect(await installationSettings()).toMatchObject({ publicReading: false })
})

test('an administrator ends all sessions of a member', async () => {
  const [one, two] = [await signInAs(email), await signInAs(email)]
  expect((await listMembers(admin)).find((member) => member.id === id)).toMatchObject({ sessions: 2 })
  await endMemberSessions(admin, id)
  for (const browser of [one, two]) expect(await browser.whoAsks()).toMatchObject({ kind: 'anonymous' })
})

test('one’s sessions are listed with device and address, and ended singly or all others', async () => {
  const [one, two, three] = [
    await signInAs(email, new Browser('192.0.2.1', 'Firefox')),
    await signInAs(email, new Browser('192.0.2.2', 'Safari')),
    await signInAs(email, new Browser('192.0.2.3', 'Edge')),
  ]
  const listed = await listSessions(await holderOf(one))
  expect(
    listed
      .map(({ address, userAgent, current }) => [address, userAgent, current])
      .toSorted((a, b) => String(a).localeCompare(String(b))),
  ).toEqual([
    ['192.0.2.1', 'Firefox', true],
    ['192.0.2.2', 'Safari', false],
    ['192.0.2.3', 'Edge', false],
  ])
  const second = listed.find(({ userAgent }) => userAgent === 'Safari')?.id ?? ''
  await endSession(await holderOf(one), second, '192.0.2.1')
  expect(await two.whoAsks()).toMatchObject({ kind: 'anonymous' })
  await endOtherSessions(await holderOf(one), '192.0.2.1')
  expect(await three.whoAsks()).toMatchObject({ kind: 'anonymous' })
  expect(await one.whoAsks()).toMatchObject({ kind: 'member' })
})

test('nobody ends a session of somebody else by its id', async () => {
  const mine = await signInAs('administrator@example.org')
  const [session] = await listSessions(await holderOf(mine))
  const other = await holderOf(await signInAs(email))
  await expect(endSession(other, session?.id ?? '', '192.0.2.1')).rejects.toMatchObject({ kind: 'not-found' })
  expect(await mine.whoAsks()).toMatchObject({ kind: 'member' })
})

test('another password asks for the one there is, ends other sessions, and goes on under another token', async () => {
  const [browser, other] = [await signInAs(email), await signInAs(email)]
  const next = 'four other unrelated things'
  const change = async (current: string) =>
    changePassword(await holderOf(browser), { current, password: next }, browser.asking())
  await expect(change('wrong')).rejects.toMatchObject({
    problems: [{ path: ['current'], code: 'password-wrong' }],
  })
  const [before] = [...browser.jar.values()]
  browser.take(await change(password))
  expect([...browser.jar.values()][0]).not.toBe(before)
  expect(await browser.whoAsks()).toMatchObject({ kind: 'member' })
  expect(await other.whoAsks()).toMatchObject({ kind: 'anonymous' })
  await signInAs(email, new Browser(), next)
})

test('another password ends the API tokens, and a recovery does; those of others stay', async () => {
  const tokenOf = async (viewer: Member, typed = password) => {
    const draft = { name: 'script', scopes: ['read' as const], days: 1, password: typed }
    return (await createToken(viewer, draft, '198.51.100.7')).text
  }
  const viewer = await memberOf(prisma, id)
  const [own, foreign] = [await tokenOf(viewer), await tokenOf(admin)]
  const browser = await signInAs(email)
  const next = 'four other unrelated things'
  const change = { current: password, password: next }
  await changePassword(await holderOf(browser), change, browser.asking())
  await expect(tokenAsks(own)).rejects.toMatchObject({ problems: [{ code: 'token-not-good' }] })
  const later = await tokenOf(viewer, next)
  const { token } = await makeRecoveryLink(admin, id, false)
  await acceptInvitation({ token, password }, '198.51.100.7')
  await expect(tokenAsks(later)).rejects.toMatchObject({ problems: [{ code: 'token-not-good' }] })
  expect((await tokenAsks(foreign)).member).toMatchObject({ id: admin.id })
})

test('a token asks nothing while its owner lacks a second factor that the role must have', async () => {
  const draft = { name: 'script', scopes: ['read' as const], days: 1, password }
  const { text } = await createToken(await memberOf(prisma, id), draft, '198.51.100.7')
  await prisma.setting.create({ data: { key: 'second-factor-roles', value: ['analyst'] } })
  const halted = { kind: 'unauthenticated', problems: [{ code: 'second-factor-needed' }] }
  await expect(tokenAsks(text)).rejects.toMatchObject(halted)
  await prisma.user.update({ where: { id }, data: { twoFactorEnabled: true } })
  expect((await tokenAsks(text)).member).toMatchObject({ id })
})

test('a locked session opens with the password, and not by guessing it', async () => {
  const browser = await signInAs(email)
  await prisma.session.updateMany({ data: { lastSeenAt: new Date(Date.now() - 3600_000) } })
  expect(await browser.whoAsks()).toMatchObject({ halt: 'locked' })
  const open = async (typed: string) => unlock(await holderOf(browser), typed, browser.asking())
  for (let i = 0; i < 5; i++) await expect(open('wrong')).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(open(password)).rejects.toMatchObject({ kind: 'too-many' })
  await prisma.throttle.deleteMany()
  await open(password)
  expect(await browser.whoAsks()).toMatchObject({ kind: 'member' })
})

test('settings begin closed, change singly, and each change is noted', async () => {
  expect(await installationSettings()).toEqual({
    publicReading: false,
    fourEyes: false,
    secondFactorRoles: [],
    idleMinutes: 30,
    withheldFigures: 'without',
  })
  await changeSettings(admin, settingsChange.parse({ idleMinutes: 10 }))
  expect(await logged()).toMatchObject({ action: 'change-setting', entityId: 'idle-minutes', why: '30 → 10' })
  await changeSettings(admin, settingsChange.parse({ publicReading: true }))
  expect(await installationSettings()).toMatchObject({
    publicReading: true,
    idleMinutes: 10,
    fourEyes: false,
  })
  expect(await new Browser().whoAsks()).toMatchObject({ kind: 'anonymous', sees: 'published' })
})

test.each([
  { idleMinutes: 1 },
  { idleMinutes: 1e9 },
  { secondFactorRoles: ['king'] },
  { role: 'administrator' },
])('the settings do not take %j', (change) => {
  expect(settingsChange.safeParse(change).success).toBe(false)
})
