import { beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '@/lib/db/test-database'
import { Browser, makeMember, password } from './accounts.test-kit'
import { signIn } from './sign-in'
import { whoHolds } from './who-asks'

const { prisma } = await freshDatabase()
let browser: Browser

beforeEach(async () => {
  await prisma.user.deleteMany()
  await prisma.setting.deleteMany()
  await makeMember(prisma, 'analyst')
  browser = new Browser()
  browser.take((await signIn({ email: 'analyst@example.org', password }, browser.asking())).cookies)
})

const idle = (minutes: number) =>
  prisma.session.updateMany({ data: { lastSeenAt: new Date(Date.now() - minutes * 60_000) } })

test('a session that nothing came with for half an hour is locked, and reads nothing', async () => {
  await idle(29)
  expect(await browser.whoAsks()).toMatchObject({ kind: 'member' })
  await idle(31)
  expect(await browser.whoAsks()).toMatchObject({ kind: 'anonymous', sees: 'nothing', halt: 'locked' })
  expect(await browser.whoAsks()).toMatchObject({ halt: 'locked' })
})

test('how long that is can be set', async () => {
  await prisma.setting.create({ data: { key: 'idle-minutes', value: 5 } })
  await idle(6)
  expect(await browser.whoAsks()).toMatchObject({ halt: 'locked' })
  await prisma.setting.update({ where: { key: 'idle-minutes' }, data: { value: 'nonsense' } })
  expect(await browser.whoAsks()).toMatchObject({ kind: 'member' })
})

test('when it was last used is written once a minute at most', async () => {
  const seen = async () => (await prisma.session.findFirstOrThrow()).lastSeenAt.getTime()
  await idle(0.5)
  const before = await seen()
  await browser.whoAsks()
  expect(await seen()).toBe(before)
  await idle(2)
  await browser.whoAsks()
  expect(await seen()).toBeGreaterThanOrEqual(before)
})

test('a member whose role must have a second factor reads nothing before they have it', async () => {
  await prisma.setting.create({ data: { key: 'second-factor-roles', value: ['analyst', 'administrator'] } })
  expect(await browser.whoAsks()).toMatchObject({ sees: 'nothing', halt: 'second-factor-missing' })
  expect(await whoHolds(browser.credentials())).toMatchObject({
    role: 'analyst',
    halt: 'second-factor-missing',
  })
  await prisma.user.updateMany({ data: { twoFactorEnabled: true } })
  expect(await browser.whoAsks()).toMatchObject({ kind: 'member' })
})
