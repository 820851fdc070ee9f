import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { CLIENT_HEADER } from '@/app/_http/inner-headers'
import { decodeChanges } from '@/lib/analysis/facts/changes-wire'
import { randomWorld } from '@/lib/analysis/random-world.test-kit'
import { signedInMember, tokenOf } from '@/lib/db/members.test-kit'
import { storeWorld } from '@/lib/db/store-world.test-kit'
import { freshDatabase } from '@/lib/db/test-database'
import { GET as getChanges } from './changes/route'
import { GET as getFacts } from './facts/route'
import { GET as getLive } from './live/route'

const { prisma } = await freshDatabase()
let analyst: Awaited<ReturnType<typeof signedInMember>>
let reader: typeof analyst
let recording = ''
beforeAll(async () => {
  await storeWorld(prisma, randomWorld(7, 60))
  await prisma.incident.update({
    where: { id: 1 },
    data: { status: 'published', visibility: 'everyone', deletedAt: null },
  })
  await prisma.incident.update({ where: { id: 2 }, data: { visibility: 'team', deletedAt: null } })
  analyst = await signedInMember(prisma, 'analyst')
  reader = await signedInMember(prisma, 'reader')
  recording = await tokenOf(prisma, analyst.id, ['record'])
})

const request = (path: string, headers: Record<string, string>, init: RequestInit = {}) =>
  new Request(`http://127.0.0.1:3000/api/explore/${path}`, { ...init, headers })
const change = (id: number) => prisma.incident.update({ where: { id }, data: { version: { increment: 1 } } })
const lastSeen = async (id: string) =>
  (await prisma.session.findFirstOrThrow({ where: { userId: id } })).lastSeenAt.getTime()

describe('the changes', () => {
  const changes = async (cookie: string, since: string) => {
    const response = await getChanges(request(`changes?since=${since}`, { cookie }))
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    return decodeChanges(new Uint8Array(await response.arrayBuffer()))
  }
  const stateOf = async (cookie: string, part = '') =>
    (await getFacts(request(`facts${part}`, { cookie }))).headers.get('facts-state') ?? ''

  it('since the state that came with the facts are those of whoever asks', async () => {
    const [ofTeam, ofReader] = [
      await stateOf(analyst.cookie),
      await stateOf(reader.cookie, '?part=published'),
    ]
    await change(1)
    await change(2)
    const told = await changes(analyst.cookie, ofTeam)
    expect(new Set(told.changes?.facts.id)).toEqual(new Set([1, 2]))
    expect([...((await changes(reader.cookie, ofReader)).changes?.facts.id ?? [])]).toEqual([1])
    const after = await changes(analyst.cookie, told.state)
    expect(after.changes?.facts.id.length).toBe(0)
    expect((await changes(reader.cookie, ofTeam)).changes).toBeNull()
    expect((await changes(reader.cookie, '')).changes).toBeNull()
  })

  it('keep no session open that nobody uses', async () => {
    await prisma.session.updateMany({ data: { lastSeenAt: new Date(Date.now() - 180_000) } })
    const before = await lastSeen(reader.id)
    await changes(reader.cookie, '')
    expect(await lastSeen(reader.id)).toBe(before)
    await stateOf(reader.cookie)
    expect(await lastSeen(reader.id)).toBeGreaterThan(before)
  })
})

const open: Follower[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.leave()
})

interface Follower {
  response: Response
  /** The next thing that it says; null at its end. */
  next: () => Promise<string | null>
  leave: () => void
}

async function follow(headers: Record<string, string>): Promise<Follower> {
  const gone = new AbortController()
  const response = await getLive(request('live', headers, { signal: gone.signal }))
  const stream = response.body?.getReader()
  const follower: Follower = {
    response,
    next: async () => {
      const read = await stream?.read()
      return read?.value ? new TextDecoder().decode(read.value) : null
    },
    leave: () => gone.abort(),
  }
  open.push(follower)
  return follower
}

const places = async () => {
  const [row] = await prisma.$queryRaw<{ n: number }[]>`
    select count(*)::int n from pg_locks where locktype = 'advisory' and objsubid = 2
      and database = (select oid from pg_database where datname = current_database())`
  return row?.n
}

describe('the stream', () => {
  it('says that something changed, to those whom it concerns', async () => {
    const [team, others] = [await follow({ cookie: analyst.cookie }), await follow({ cookie: reader.cookie })]
    expect(team.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(team.response.headers.get('x-accel-buffering')).toBe('no')
    expect(team.response.headers.get('cache-control')).toContain('no-transform')
    expect([await team.next(), await others.next()]).toEqual([':\n\n', ':\n\n'])
    await change(2)
    expect(await team.next()).toBe('event: changed\ndata:\n\n')
    await change(1)
    expect(await others.next()).toBe('event: changed\ndata:\n\n')
    expect(await team.next()).toBe('event: changed\ndata:\n\n')
  })

  it('ends when the session is locked or ended, or the role is another', async () => {
    const other = await signedInMember(prisma, 'analyst')
    for (const until of [
      () => prisma.user.update({ where: { id: other.id }, data: { role: 'reader' } }),
      () => prisma.session.updateMany({ where: { userId: other.id }, data: { lastSeenAt: new Date(0) } }),
    ]) {
      const follower = await follow({ cookie: other.cookie })
      expect(await follower.next()).toBe(':\n\n')
      await until()
      await change(1)
      expect(await follower.next()).toBeNull()
    }
    expect((await follow({ cookie: other.cookie })).response.status).toBe(401)
  })

  it('has so many places for each account, and gives them back', async () => {
    const followers = await Promise.all(Array.from({ length: 12 }, () => follow({ cookie: analyst.cookie })))
    expect(followers.map(({ response }) => response.status)).toEqual(Array(12).fill(200))
    expect(await places()).toBe(12)
    const refused = await follow({ cookie: analyst.cookie, 'accept-language': 'en' })
    expect(refused.response.status).toBe(429)
    expect(refused.response.headers.get('content-type')).toBe('application/problem+json')
    expect(JSON.parse((await refused.next()) ?? '')).toMatchObject({ problems: [{ code: 'pages-too-many' }] })
    expect((await follow({ cookie: reader.cookie, [CLIENT_HEADER]: '192.0.2.1' })).response.status).toBe(200)
    followers[0]?.leave()
    await expect.poll(places).toBe(12)
    expect((await follow({ cookie: analyst.cookie })).response.status).toBe(200)
  })

  it('listens over one connection, which the last one closes', async () => {
    for (const one of open.splice(0)) one.leave()
    await expect.poll(places).toBe(0)
    const connections = async () => {
      const [row] = await prisma.$queryRaw<{ n: number }[]>`
        select count(*)::int n from pg_stat_activity where datname = current_database() and query ~* 'advisory_(un)?lock'
          and pid <> pg_backend_pid()`
      return row?.n
    }
    await expect.poll(connections).toBe(0)
    const two = [await follow({ cookie: analyst.cookie }), await follow({ cookie: reader.cookie })]
    expect(await connections()).toBe(1)
    await prisma.$queryRaw`
      select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
        and query ~* 'advisory_(un)?lock' and pid <> pg_backend_pid()`
    for (const one of two) expect([await one.next(), await one.next()]).toEqual([':\n\n', null])
    const again = await follow({ cookie: analyst.cookie })
    expect(await again.next()).toBe(':\n\n')
    await change(1)
    expect(await again.next()).toContain('changed')
  })

  it('holds no place for whoever asks for its head alone', async () => {
    const response = await getLive(request('live', { cookie: analyst.cookie }, { method: 'HEAD' }))
    expect([response.status, response.body]).toEqual([200, null])
    await expect.poll(places).toBe(0)
  })
})

it.each([
  ['changes', getChanges],
  ['live', getLive],
])('tells nothing of %s to whoever may not read', async (path, get) => {
  const unknown = await get(request(path, {}))
  expect(unknown.status).toBe(401)
  expect(unknown.headers.get('content-type')).toBe('application/problem+json')
  expect((await get(request(path, { authorization: recording }))).status).toBe(403)
})
