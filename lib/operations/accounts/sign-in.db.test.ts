import { beforeEach, expect, test } from 'vitest'
import { keeper } from '@/lib/access/viewer'
import { freshDatabase } from '@/lib/db/test-database'
import { dernaLog, seedRegistry } from '../log-draft.test-kit'
import { recordLog } from '../record-log'
import { Browser, makeMember, password } from './accounts.test-kit'
import { hashPassword } from './auth'
import { claimInstallation, newClaimCode } from './claim-installation'
import { signIn } from './sign-in'
import { signOut } from './sign-out'
import { whoHolds } from './who-asks'

const { prisma } = await freshDatabase()

const wrong = { kind: 'unauthenticated', problems: [{ code: 'sign-in-wrong' }] }
const tooMany = {
  kind: 'too-many',
  problems: [{ code: 'tries-too-many' }],
  detail: { retryAfter: expect.any(Number) },
}
const nobody = { kind: 'anonymous', sees: 'nothing' }

beforeEach(async () => {
  await prisma.user.deleteMany()
  await prisma.draft.deleteMany()
  await prisma.throttle.deleteMany()
  await prisma.setting.deleteMany()
})

async function signedIn(email: string, browser = new Browser(), typed = password): Promise<Browser> {
  const { cookies } = await signIn({ email, password: typed }, browser.asking())
  browser.take(cookies)
  return browser
}

const claimDraft = (code: string, name = 'Amal') => ({
  code,
  name,
  email: `${name.toLowerCase()}@example.org`,
  password,
})

test('before anybody has an account everybody sees the sample, and the first account ends that', async () => {
  expect(await new Browser().whoAsks()).toMatchObject({ kind: 'anonymous', sees: 'sample' })
  await makeMember(prisma, 'reader')
  expect(await new Browser().whoAsks()).toMatchObject(nobody)
})

test('the first incident of one’s own ends the demonstration too', async () => {
  await recordLog(keeper, dernaLog(await seedRegistry(prisma)), crypto.randomUUID())
  expect(await new Browser().whoAsks()).toMatchObject(nobody)
})

test('who holds the code makes the first account, is its administrator, and inherits the drafts', async () => {
  const document = { form: 1 }
  await prisma.draft.create({ data: { id: crypto.randomUUID(), owner: 'keeper', document } })
  await claimInstallation(claimDraft((await newClaimCode()) ?? ''), '192.0.2.1')
  const browser = await signedIn('amal@example.org')
  const viewer = await browser.whoAsks()
  expect(viewer).toMatchObject({ kind: 'member', name: 'Amal', role: 'administrator', scopes: null })
  expect(await prisma.draft.count({ where: { owner: 'id' in viewer ? viewer.id : '' } })).toBe(1)
  expect(await newClaimCode()).toBeNull()
})

test('a wrong code claims nothing, nor does one that another has replaced', async () => {
  const first = (await newClaimCode()) ?? ''
  const second = (await newClaimCode()) ?? ''
  const refused = { kind: 'forbidden', problems: [{ path: ['code'], code: 'claim-code-wrong' }] }
  await expect(claimInstallation(claimDraft(first), '192.0.2.1')).rejects.toMatchObject(refused)
  await expect(claimInstallation(claimDraft(''), '192.0.2.1')).rejects.toMatchObject(refused)
  expect(await prisma.user.count()).toBe(0)
  await claimInstallation(claimDraft(second.toLowerCase().replaceAll('-', ' ')), '192.0.2.1')
  expect(await prisma.user.count()).toBe(1)
})

test('of two who claim at once with the code one comes too late', async () => {
  const code = (await newClaimCode()) ?? ''
  const outcomes = await Promise.allSettled(
    ['Amal', 'Badr', 'Celia'].map((name) => claimInstallation(claimDraft(code, name), '192.0.2.1')),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ kind: 'gone' })
  expect(await prisma.user.count()).toBe(1)
})

test('a claim code has 28 letters, and is kept as a hash', async () => {
  const code = (await newClaimCode()) ?? ''
  expect(code).toMatch(/^([2-9A-HJKMNP-TV-Z]{4}-){6}[2-9A-HJKMNP-TV-Z]{4}$/)
  const stored = JSON.stringify(await prisma.setting.findMany())
  expect(stored).not.toContain(code)
  expect(stored).not.toContain(code.replaceAll('-', ''))
})

test('a wrong password, an unknown email and a closed account are refused in the same words', async () => {
  await makeMember(prisma, 'analyst')
  await makeMember(prisma, 'reader')
  await prisma.user.update({ where: { email: 'reader@example.org' }, data: { closedAt: new Date() } })
  for (const [email, typed] of [
    ['analyst@example.org', 'another password here'],
    ['nobody@example.org', password],
    ['reader@example.org', password],
  ] as const)
    await expect(signedIn(email, new Browser(), typed)).rejects.toMatchObject(wrong)
  expect(await prisma.session.count()).toBe(0)
})

test('a password of 64 Arabic letters signs in; with its last letter changed it does not', async () => {
  const id = await makeMember(prisma, 'analyst')
  const long = 'كلمة لا يعرفها أحد غيري '.repeat(3).slice(0, 64)
  await prisma.account.updateMany({ where: { userId: id }, data: { password: await hashPassword(long) } })
  await signedIn('analyst@example.org', new Browser(), long)
  await expect(signedIn('analyst@example.org', new Browser(), `${long.slice(0, 63)}ز`)).rejects.toMatchObject(
    wrong,
  )
})

test('passwords are kept as argon2id with 19 MiB and two passes, and made anew where they were cheaper', async () => {
  const { hash } = await import('@node-rs/argon2')
  const id = await makeMember(prisma, 'analyst')
  const cheap = await hash(password, { memoryCost: 4096, timeCost: 1, parallelism: 1 })
  await prisma.account.updateMany({ where: { userId: id }, data: { password: cheap } })
  await signedIn('analyst@example.org')
  const { password: stored } = await prisma.account.findFirstOrThrow({ where: { userId: id } })
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('each sign-in has a token of its own, of which the database keeps a hash', async () => {
  await makeMember(prisma, 'analyst')
  const [one, two] = [await signedIn('analyst@example.org'), await signedIn('analyst@example.org')]
  const tokens = [one, two].map(
    ({ jar }) => decodeURIComponent([...jar.values()][0] ?? '').split('.')[0] ?? '',
  )
  expect(new Set(tokens).size).toBe(2)
  for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9]{32,}$/)
  const stored = JSON.stringify(await prisma.session.findMany())
  for (const token of tokens) expect(stored).not.toContain(token)
})

test('signing out ends this session and no other', async () => {
  await makeMember(prisma, 'analyst')
  const [one, two] = [await signedIn('analyst@example.org'), await signedIn('analyst@example.org')]
  const cookies = new Map(one.jar)
  one.take(await signOut(await whoHolds(one.credentials()), one.asking()))
  expect(one.jar.size).toBe(0)
  for (const [name, value] of cookies) one.jar.set(name, value)
  expect(await one.whoAsks()).toMatchObject(nobody)
  expect(await two.whoAsks()).toMatchObject({ kind: 'member' })
})

test('a session that has expired, or whose account was closed, is nobody’s', async () => {
  await makeMember(prisma, 'analyst')
  const browser = await signedIn('analyst@example.org')
  const { expiresAt } = await prisma.session.findFirstOrThrow()
  expect(expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(12 * 3600 * 1000)
  await prisma.session.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } })
  expect(await browser.whoAsks()).toMatchObject(nobody)
  await prisma.session.updateMany({ data: { expiresAt } })
  expect(await browser.whoAsks()).toMatchObject({ kind: 'member' })
  await prisma.user.updateMany({ data: { closedAt: new Date() } })
  expect(await browser.whoAsks()).toMatchObject(nobody)
})

test('a cookie that nobody was given is nobody’s, whatever it holds', async () => {
  await makeMember(prisma, 'analyst')
  const browser = await signedIn('analyst@example.org')
  const [name = ''] = [...browser.jar.keys()]
  for (const value of ['x', '%', "' or 1=1 --", 'A'.repeat(32), `${'A'.repeat(32)}.${'B'.repeat(44)}`]) {
    browser.jar.set(name, value)
    expect(await browser.whoAsks()).toMatchObject(nobody)
  }
})

test('the sixth wrong try of one account waits, from whatever address, and the right password too', async () => {
  await makeMember(prisma, 'analyst')
  for (let i = 0; i < 5; i++)
    await expect(signedIn('analyst@example.org', new Browser(`192.0.2.${i}`), 'wrong')).rejects.toMatchObject(
      wrong,
    )
  for (const typed of ['wrong', password])
    await expect(signedIn('analyst@example.org', new Browser('192.0.2.9'), typed)).rejects.toMatchObject(
      tooMany,
    )
  await prisma.throttle.updateMany({ data: { expireAt: new Date(Date.now() - 1000) } })
  await signedIn('analyst@example.org')
})

test('an account that nobody has is locked in the same way', async () => {
  for (let i = 0; i < 5; i++)
    await expect(signedIn('nobody@example.org', new Browser(), 'wrong')).rejects.toMatchObject(wrong)
  await expect(signedIn('nobody@example.org', new Browser(), 'wrong')).rejects.toMatchObject(tooMany)
})

test('the twenty-first wrong try from one address waits, whatever account is tried', async () => {
  await makeMember(prisma, 'analyst')
  const tries = Array.from({ length: 30 }, (_, i) =>
    signedIn(`somebody${i}@example.org`, new Browser(), 'wrong'),
  )
  const outcomes = await Promise.allSettled(tries)
  const kinds = outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.kind)
  expect(kinds.filter((kind) => kind === 'unauthenticated')).toHaveLength(20)
  expect(kinds.filter((kind) => kind === 'too-many')).toHaveLength(10)
  await expect(signedIn('analyst@example.org')).rejects.toMatchObject(tooMany)
  await signedIn('analyst@example.org', new Browser('203.0.113.1'))
})

test('who signs in often is not taken for somebody who guesses', async () => {
  await makeMember(prisma, 'analyst')
  for (let i = 0; i < 25; i++) await signedIn('analyst@example.org')
})

test('what was typed stands in no log, and the log only grows', async () => {
  await makeMember(prisma, 'analyst')
  await signedIn('my secret typed into the wrong field', new Browser(), 'x').catch(() => {})
  await signedIn('analyst@example.org')
  const lines = await prisma.accessLog.findMany({ orderBy: { id: 'desc' }, take: 2 })
  expect(lines.map(({ action, address }) => [action, address])).toEqual([
    ['sign-in', '198.51.100.7'],
    ['sign-in-refused', '198.51.100.7'],
  ])
  expect(JSON.stringify(lines, (_, v) => (typeof v === 'bigint' ? Number(v) : v))).not.toContain('secret')
  await expect(prisma.accessLog.deleteMany()).rejects.toThrow('only grows')
  await expect(prisma.accessLog.updateMany({ data: { why: '' } })).rejects.toThrow('only grows')
})
