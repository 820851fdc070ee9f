import { createHash } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { CLIENT_HEADER } from '@/app/_http/inner-headers'
import { GET as getIncidents } from '@/app/api/v1/incidents/route'
import type { Scope } from '@/lib/access/viewer'
import { signedInMember, tokenOf } from '@/lib/db/members.test-kit'
import { freshDatabase } from '@/lib/db/test-database'
import { hashPassword } from '@/lib/operations/accounts/auth'
import { DELETE } from './[id]/route'
import { GET, POST } from './route'

const { prisma } = await freshDatabase()

type Member = Awaited<ReturnType<typeof signedInMember>>
let analyst: Member
let administrator: Member
beforeAll(async () => {
  analyst = await signedInMember(prisma, 'analyst')
  administrator = await signedInMember(prisma, 'administrator')
  const hash = await hashPassword(password)
  for (const { id } of [analyst, administrator]) {
    const data = { id, accountId: id, providerId: 'credential', userId: id, password: hash }
    await prisma.account.create({ data })
  }
})
afterEach(() => {
  delete process.env.WAQAI_LIMIT_TOKEN
  delete process.env.WAQAI_LIMIT_ADDRESS
})

const at = (path: string, headers: Record<string, string>, init: RequestInit = {}) =>
  new Request(`http://127.0.0.1:3000/api/${path}`, { ...init, headers })
const make = (headers: Record<string, string>, body: object) =>
  POST(
    at(
      'account/tokens',
      { ...headers, 'content-type': 'application/json' },
      { method: 'POST', body: JSON.stringify(body) },
    ),
  )
const revoke = (id: string, headers: Record<string, string>) =>
  DELETE(at(`account/tokens/${id}`, headers, { method: 'DELETE' }), { params: Promise.resolve({ id }) })
const read = (authorization: string, more: Record<string, string> = {}) =>
  getIncidents(at('v1/incidents', { authorization, ...more }))
const codeOf = async (answer: Response) =>
  ((await answer.json()) as { problems: { code: string }[] }).problems[0]?.code

interface Made {
  text: string
  token: { id: string; prefix: string }
}
const password = 'a sentence that nobody else knows'
const draft = { name: 'nightly export', scopes: ['read'] as Scope[], days: 30, password }
const made = async (member: Member) => (await (await make({ cookie: member.cookie }, draft)).json()) as Made

describe('a token that somebody makes', () => {
  it('is told once, kept as a hash, listed by its prefix, and reads', async () => {
    const answer = await make({ cookie: analyst.cookie }, draft)
    expect(answer.status).toBe(201)
    const { text, token } = (await answer.json()) as Made
    expect(text).toMatch(/^waqai_[2-9a-z]{8}_[2-9a-z]{40}$/)
    const row = await prisma.apiToken.findUniqueOrThrow({ where: { id: token.id } })
    expect(Buffer.from(row.tokenHash)).toEqual(createHash('sha256').update(text).digest())
    const listed = await (await GET(at('account/tokens', { cookie: analyst.cookie }))).text()
    expect(listed).toContain(text.split('_')[1])
    expect(listed).not.toContain(text)
    expect((await read(`Bearer ${text}`)).status).toBe(200)
    expect((await read(`bearer ${text}`)).status).toBe(200)
  })

  it('notes its use, though not every one', async () => {
    const authorization = await tokenOf(prisma, analyst.id, ['read'])
    await read(authorization)
    const where = { userId: analyst.id, name: 'test' }
    const first = await prisma.apiToken.findFirstOrThrow({ where })
    await read(authorization)
    expect((await prisma.apiToken.findFirstOrThrow({ where })).lastUsedAt).toEqual(first.lastUsedAt)
    expect(first.lastUsedAt).not.toBeNull()
  })

  it.each([
    [{ ...draft, days: 366 }, 'number-too-large'],
    [{ ...draft, days: 0 }, 'number-too-small'],
    [{ ...draft, days: undefined }, 'field-missing'],
    [{ ...draft, scopes: [] }, 'list-too-short'],
    [{ ...draft, scopes: ['administer'] }, 'choice-unknown'],
    [{ ...draft, name: ' ' }, 'text-empty'],
    [{ ...draft, userId: 'somebody' }, 'field-unknown'],
  ])('is refused with %j', async (body, code) => {
    const answer = await make({ cookie: analyst.cookie }, body)
    expect(answer.status).toBe(400)
    expect(await codeOf(answer)).toBe(code)
  })

  it('asks for the password again', async () => {
    const answer = await make({ cookie: analyst.cookie }, { ...draft, password: `${password}?` })
    expect(answer.status).toBe(403)
    expect(await codeOf(answer)).toBe('password-wrong')
    const without = await make({ cookie: analyst.cookie }, { ...draft, password: undefined })
    expect(await codeOf(without)).toBe('password-missing')
  })

  it('is made, listed and revoked by who signed in, never by another token', async () => {
    const authorization = await tokenOf(prisma, administrator.id, ['read', 'record', 'review', 'protected'])
    const { token } = await made(administrator)
    for (const answer of [
      await make({ authorization }, draft),
      await GET(at('account/tokens', { authorization })),
      await revoke(token.id, { authorization }),
    ]) {
      expect(answer.status).toBe(403)
      expect(await codeOf(answer)).toBe('may-not-keep-tokens')
    }
  })
})

describe('a token that is no longer good', () => {
  const refused = async (answer: Response) => {
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="Waqai", error="invalid_token"')
    expect(await codeOf(answer)).toBe('token-not-good')
  }

  it('is refused, and no cookie stands in for it', async () => {
    const { cookie } = analyst
    for (const wrong of [
      'Bearer waqai_aaaaaaaa_bbbb',
      'Bearer',
      'Bearer ',
      `Bearer waqai_aaaaaaaa_${'b'.repeat(40)}`,
    ])
      await refused(await read(wrong, { cookie }))
    expect((await read('Basic YTpi', { cookie })).status).toBe(200)
  })

  it('was revoked by its owner', async () => {
    const { text, token } = await made(analyst)
    expect((await revoke(token.id, { cookie: analyst.cookie })).status).toBe(204)
    await refused(await read(`Bearer ${text}`))
    expect((await revoke(token.id, { cookie: analyst.cookie })).status).toBe(404)
    const log = await prisma.accessLog.findMany({ where: { entityId: token.id }, orderBy: { id: 'asc' } })
    expect(log.map(({ action }) => action)).toEqual(['token-made', 'token-revoked'])
  })

  it('was revoked by an administrator, but by nobody else', async () => {
    const { text, token } = await made(analyst)
    const reviewer = await signedInMember(prisma, 'reviewer')
    expect((await revoke(token.id, { cookie: reviewer.cookie })).status).toBe(404)
    expect((await GET(at('account/tokens?whose=all', { cookie: reviewer.cookie }))).status).toBe(403)
    const all = await (await GET(at('account/tokens?whose=all', { cookie: administrator.cookie }))).text()
    expect(all).toContain(token.id)
    expect((await revoke(token.id, { cookie: administrator.cookie })).status).toBe(204)
    await refused(await read(`Bearer ${text}`))
  })

  it('has ended, or its account is closed', async () => {
    const { text, token } = await made(analyst)
    await prisma.apiToken.update({
      where: { id: token.id },
      data: { expiresAt: new Date(Date.now() - 1000) },
    })
    await refused(await read(`Bearer ${text}`))
    const leaver = await signedInMember(prisma, 'analyst')
    const authorization = await tokenOf(prisma, leaver.id, ['read'])
    expect((await read(authorization)).status).toBe(200)
    await prisma.user.update({ where: { id: leaver.id }, data: { closedAt: new Date() } })
    await refused(await read(authorization))
  })
})

describe('how often one may ask', () => {
  it('is told with every answer, and refused beyond the limit of a token', async () => {
    process.env.WAQAI_LIMIT_TOKEN = '3'
    const authorization = await tokenOf(prisma, analyst.id, ['read'])
    const answers = []
    for (let i = 0; i < 5; i++) answers.push(await read(authorization))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429])
    expect(answers[0]?.headers.get('ratelimit-policy')).toBe('"token";q=3;w=60, "account";q=1200;w=60')
    expect(answers[1]?.headers.get('ratelimit')).toMatch(/^"token";r=1;t=\d+, "account";r=\d+;t=\d+$/)
    const wait = Number(answers[4]?.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(60)
  })

  it('counts those who are nobody known by their address, wrong tokens too', async () => {
    process.env.WAQAI_LIMIT_ADDRESS = '2'
    const from = { [CLIENT_HEADER]: '192.0.2.7' }
    const statuses = []
    for (let i = 0; i < 3; i++) statuses.push((await read('Bearer wrong', from)).status)
    statuses.push((await getIncidents(at('v1/incidents', from))).status)
    statuses.push((await getIncidents(at('v1/incidents', { [CLIENT_HEADER]: '192.0.2.8' }))).status)
    expect(statuses).toEqual([401, 401, 429, 429, 401])
  })
})
