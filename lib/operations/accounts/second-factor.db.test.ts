import { beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '@/lib/db/test-database'
import { acceptInvitation } from './accept-invitation'
import { Browser, holderOf, makeMember, password, signInAs } from './accounts.test-kit'
import { changePassword } from './change-password'
import { confirmSignIn } from './confirm-sign-in'
import { makeRecoveryLink } from './invite'
import { confirmSecondFactor, endSecondFactor, renewRecoveryCodes, startSecondFactor } from './second-factor'
import { totp } from './totp.test-kit'

const { prisma } = await freshDatabase()
const email = 'analyst@example.org'
const wrongCode = { kind: 'forbidden', problems: [{ path: ['code'], code: 'code-wrong' }] }
const keeper = { kind: 'keeper', name: 'keeper' } as const
let browser: Browser
let id: string

beforeEach(async () => {
  await prisma.user.deleteMany()
  await prisma.throttle.deleteMany()
  id = await makeMember(prisma, 'analyst')
  browser = await signInAs(email)
})

async function withFactor() {
  const started = await startSecondFactor(await holderOf(browser), password, browser.asking())
  const cookies = await confirmSecondFactor(
    await holderOf(browser),
    totp(started.secret, -1),
    browser.asking(),
  )
  browser.take(cookies)
  return started
}

const confirm = async (waiting: Browser, code: string) =>
  waiting.take(await confirmSignIn(code, waiting.credentials(), waiting.asking()))

test('a second factor counts from its first code on, and the session goes on under another token', async () => {
  const { secret, picture, recoveryCodes } = await startSecondFactor(
    await holderOf(browser),
    password,
    browser.asking(),
  )
  expect(secret).toMatch(/^[A-Z2-7]{32,}$/)
  expect(picture.size).toBeGreaterThan(20)
  expect(new Set(recoveryCodes).size).toBe(10)
  await expect(
    confirmSecondFactor(await holderOf(browser), '000000', browser.asking()),
  ).rejects.toMatchObject(wrongCode)
  expect((await signInAs(email)).jar.size).toBe(1)
  const [before] = [...browser.jar.values()]
  browser.take(await confirmSecondFactor(await holderOf(browser), totp(secret), browser.asking()))
  expect([...browser.jar.values()][0]).not.toBe(before)
  expect(await holderOf(browser)).toMatchObject({ secondFactor: true })
})

test('with a second factor the password alone opens nothing', async () => {
  const { secret } = await withFactor()
  const waiting = await signInAs(email)
  expect(await waiting.whoAsks()).toMatchObject({ kind: 'anonymous', sees: 'nothing' })
  await expect(confirm(waiting, '123456')).rejects.toMatchObject(wrongCode)
  await confirm(waiting, totp(secret))
  expect(await waiting.whoAsks()).toMatchObject({ kind: 'member' })
})

test('a code is taken in Arabic digits, and with a space', async () => {
  const { secret } = await withFactor()
  const waiting = await signInAs(email)
  const arabic = [...totp(secret)].map((digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]).join('')
  await confirm(waiting, `${arabic.slice(0, 3)} ${arabic.slice(3)}`)
  expect(await waiting.whoAsks()).toMatchObject({ kind: 'member' })
})

test('a code that was used is refused while it would still be good, also of two who send it at once', async () => {
  const { secret } = await withFactor()
  const code = totp(secret)
  const [one, two] = [await signInAs(email), await signInAs(email)]
  const outcomes = await Promise.allSettled([confirm(one, code), confirm(two, code)])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(confirm(await signInAs(email), code)).rejects.toMatchObject(wrongCode)
})

test('codes of more than half a minute ago or ahead are refused', async () => {
  const { secret } = await withFactor()
  for (const steps of [-3, 3])
    await expect(confirm(await signInAs(email), totp(secret, steps))).rejects.toMatchObject(wrongCode)
})

test('the sixth wrong code waits', async () => {
  const { secret } = await withFactor()
  for (let i = 0; i < 5; i++)
    await expect(confirm(await signInAs(email), `00000${i}`)).rejects.toMatchObject(wrongCode)
  await expect(confirm(await signInAs(email), totp(secret))).rejects.toMatchObject({ kind: 'too-many' })
})

test('nothing confirms a sign-in that does not wait, was another’s, or was closed meanwhile', async () => {
  const { secret } = await withFactor()
  const again = { kind: 'unauthenticated', problems: [{ code: 'sign-in-again' }] }
  await expect(confirm(new Browser(), totp(secret))).rejects.toMatchObject(again)
  const forged = new Browser()
  forged.jar.set('waqai.two_factor', `2fa-${'a'.repeat(20)}.${'b'.repeat(43)}%3D`)
  await expect(confirm(forged, totp(secret))).rejects.toMatchObject(again)
  const waiting = await signInAs(email)
  const [name = '', value = ''] = [...waiting.jar][0] ?? []
  waiting.jar.set(name, value.replace(/\..*/, '.forged'))
  await expect(confirm(waiting, totp(secret))).rejects.toMatchObject(wrongCode)
  const other = await signInAs(email)
  await prisma.user.updateMany({ data: { closedAt: new Date() } })
  await expect(confirm(other, totp(secret, 1))).rejects.toMatchObject(again)
  expect(await prisma.session.count({ where: { userId: id } })).toBe(1)
})

test('who has a session and a factor of their own confirms nobody else’s sign-in with it', async () => {
  await withFactor()
  const other = await makeMember(prisma, 'reviewer')
  const insider = await signInAs('reviewer@example.org')
  const own = await startSecondFactor(await holderOf(insider), password, insider.asking())
  insider.take(await confirmSecondFactor(await holderOf(insider), totp(own.secret, -1), insider.asking()))
  const waiting = await signInAs(email)
  for (const [name, value] of waiting.jar) insider.jar.set(name, value)
  for (const code of [totp(own.secret), own.recoveryCodes[0] ?? ''])
    await expect(confirm(insider, code)).rejects.toMatchObject(wrongCode)
  expect(await insider.whoAsks()).toMatchObject({ id: other })
  const tries = await prisma.throttle.findMany({ where: { key: { startsWith: 'totp:account:' } } })
  expect(tries.map(({ points }) => points)).toEqual([2])
  const noted = await prisma.accessLog.findMany({ where: { entityId: id }, select: { action: true } })
  expect(noted.map(({ action }) => action)).not.toContain('sign-in-with-factor')
})

test('a recovery code opens once, however it is typed; new ones end the old', async () => {
  const { recoveryCodes } = await withFactor()
  const [first = '', second = ''] = recoveryCodes
  await confirm(await signInAs(email), ` ${first.toLowerCase().replaceAll('-', ' ')} `)
  await expect(confirm(await signInAs(email), first)).rejects.toMatchObject(wrongCode)
  const fresh = await renewRecoveryCodes(await holderOf(browser), password, browser.asking())
  await expect(confirm(await signInAs(email), second)).rejects.toMatchObject(wrongCode)
  await confirm(await signInAs(email), fresh[9] ?? '')
})

test('the secret is encrypted at rest and recovery codes are hashed', async () => {
  const { secret, recoveryCodes } = await withFactor()
  const stored = JSON.stringify(await prisma.twoFactor.findMany())
  expect(stored).not.toContain(secret)
  for (const code of recoveryCodes) {
    expect(stored).not.toContain(code)
    expect(stored).not.toContain(code.replaceAll('-', ''))
  }
})

test('beside a second factor a password may be short; without it another must come', async () => {
  const short = 'fjord7xk'
  const change = async (to: string, current = password) =>
    browser.take(await changePassword(await holderOf(browser), { current, password: to }, browser.asking()))
  await expect(change(short)).rejects.toMatchObject({ problems: [{ code: 'password-too-short' }] })
  await withFactor()
  await change(short)
  const end = async (newPassword?: string) =>
    endSecondFactor(await holderOf(browser), { password: short, newPassword }, browser.asking())
  await expect(end()).rejects.toMatchObject({
    problems: [{ path: ['newPassword'], code: 'password-too-short' }],
  })
  await end(password)
  const other = await signInAs(email)
  expect(await other.whoAsks()).toMatchObject({ kind: 'member' })
  expect(await holderOf(browser)).toMatchObject({ secondFactor: false })
})

test('nothing of the second factor is changed without the password', async () => {
  const wrong = { kind: 'forbidden', problems: [{ code: 'password-wrong' }] }
  const holder = await holderOf(browser)
  await expect(startSecondFactor(holder, 'wrong', browser.asking())).rejects.toMatchObject(wrong)
  await withFactor()
  const now = await holderOf(browser)
  await expect(endSecondFactor(now, { password: 'wrong' }, browser.asking())).rejects.toMatchObject(wrong)
  await expect(renewRecoveryCodes(now, 'wrong', browser.asking())).rejects.toMatchObject(wrong)
  expect(await holderOf(browser)).toMatchObject({ secondFactor: true })
})

test('a recovery keeps the second factor, unless it is said to be lost too', async () => {
  const { secret } = await withFactor()
  const kept = await makeRecoveryLink(keeper, id, false)
  await acceptInvitation({ token: kept.token, password }, '192.0.2.1')
  const waiting = await signInAs(email)
  expect(await waiting.whoAsks()).toMatchObject({ kind: 'anonymous' })
  await confirm(waiting, totp(secret))
  const lost = await makeRecoveryLink(keeper, id, true)
  await acceptInvitation({ token: lost.token, password }, '192.0.2.1')
  expect(await waiting.whoAsks()).toMatchObject({ kind: 'anonymous' })
  expect(await (await signInAs(email)).whoAsks()).toMatchObject({ kind: 'member' })
  const actions = (await prisma.accessLog.findMany({ where: { entityId: id } })).map(({ action }) => action)
  expect(actions).toEqual(
    expect.arrayContaining(['second-factor-on', 'recovered', 'recovered-without-factor']),
  )
})
