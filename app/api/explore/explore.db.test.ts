import { promisify } from 'node:util'
import { brotliDecompress, gunzip } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { ENCODING_HEADER } from '@/app/_http/inner-headers'
import { decodeFacts } from '@/lib/analysis/facts/wire'
import { withMore } from '@/lib/analysis/facts/with-more'
import { randomWorld } from '@/lib/analysis/random-world.test-kit'
import { signedInMember, tokenOf } from '@/lib/db/members.test-kit'
import { storeWorld } from '@/lib/db/store-world.test-kit'
import { freshDatabase } from '@/lib/db/test-database'
import { GET as getFacts } from './facts/route'
import { GET as getIncidents } from './incidents/route'
import { GET as getMatches } from './matches/route'

const { prisma } = await freshDatabase()
const world = randomWorld(7, 200)
let analyst = ''
let reader = ''
let recording = ''
beforeAll(async () => {
  await storeWorld(prisma, world)
  const member = await signedInMember(prisma, 'analyst')
  analyst = member.cookie
  reader = (await signedInMember(prisma, 'reader')).cookie
  recording = await tokenOf(prisma, member.id, ['record'])
})

type Headers = Record<string, string>
const request = (path: string, headers: Headers) =>
  new Request(`http://127.0.0.1:3000/api/explore/${path}`, { headers })
const facts = (headers: Headers) => getFacts(request('facts', headers))
const incidents = (query: string, headers: Headers = {}) =>
  getIncidents(request(`incidents${query}`, { cookie: analyst, ...headers }))
const matches = (query: string, headers: Headers = {}) =>
  getMatches(request(`matches${query}`, { cookie: analyst, ...headers }))

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

describe('the facts', () => {
  it('come in the encoding that is taken, and say the same in each', async () => {
    const plain = await facts({ cookie: reader })
    expect(plain.headers.get(ENCODING_HEADER)).toBeNull()
    expect(plain.headers.get('content-type')).toBe('application/octet-stream')
    const told = decodeFacts(await bytesOf(plain))
    expect(told.id.length).toBeGreaterThan(0)
    for (const [encoding, decompress] of [
      ['br', promisify(brotliDecompress)],
      ['gzip', promisify(gunzip)],
    ] as const) {
      const response = await facts({ cookie: reader, 'accept-encoding': encoding })
      expect(response.headers.get(ENCODING_HEADER)).toBe(encoding)
      expect(response.headers.get('etag')).toBe(plain.headers.get('etag'))
      expect(decodeFacts(await decompress(await bytesOf(response)))).toEqual(told)
    }
  })

  it('are not sent again to whoever has them', async () => {
    const etag = (await facts({ cookie: analyst })).headers.get('etag') ?? ''
    const again = await facts({ cookie: analyst, 'if-none-match': etag })
    expect(again.status).toBe(304)
    expect((await bytesOf(again)).length).toBe(0)
    expect(again.headers.get('etag')).toBe(etag)
    expect((await facts({ cookie: reader, 'if-none-match': etag })).status).toBe(200)
    await prisma.place.update({
      where: { id: 1 },
      data: { names: { create: { lang: 'ar', name: 'ليبيا', folded: 'ليبيا' } } },
    })
    expect((await facts({ cookie: analyst, 'if-none-match': etag })).status).toBe(200)
  })

  it('are kept by a browser where everybody may read them, and else by nobody', async () => {
    const kept = async (cookie: string) => (await facts({ cookie })).headers.get('cache-control')
    expect(await kept(reader)).toBe('private, no-cache')
    expect(await kept(analyst)).toBe('private, no-store')
  })
})

describe('the facts in two parts', () => {
  const part = (name: string, cookie: string) => getFacts(request(`facts?part=${name}`, { cookie }))

  it('are the same for all, and what one may read more, which says what it goes with', async () => {
    const published = await part('published', analyst)
    expect(published.headers.get('cache-control')).toBe('private, no-cache')
    expect(published.headers.get('etag')).toBe((await facts({ cookie: reader })).headers.get('etag'))
    const more = await part('more', analyst)
    expect(more.headers.get('cache-control')).toBe('private, no-store')
    expect(more.headers.get('facts-base')).toBe(published.headers.get('etag'))
    const whole = withMore(decodeFacts(await bytesOf(published)), decodeFacts(await bytesOf(more)))
    expect(whole).toEqual(decodeFacts(await bytesOf(await facts({ cookie: analyst }))))
  })

  it('have no second one for whoever reads what is published, and no third one', async () => {
    const nothing = await part('more', reader)
    expect(nothing.status).toBe(204)
    const refused = await part('mine', reader)
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({ problems: [{ path: ['part'], code: 'filter-not-listed' }] })
  })
})

describe('the incidents by their ids', () => {
  it('come in the order asked, without those that one may not read', async () => {
    const shown = world.incidents.filter(
      ({ deleted, visibility, status }) => !deleted && visibility === 'everyone' && status === 'published',
    )
    const [id = 0, more = 0] = shown.map(({ id }) => id)
    const hidden = world.incidents.find(({ visibility }) => visibility === 'named')?.id
    const response = await incidents(`?ids=${more},${hidden},${id},2147483647`, { cookie: reader })
    expect(response.headers.get('cache-control')).toBe('no-store')
    const told = (await response.json()) as { incidents: { id: number; code: string }[] }
    expect(told.incidents.map(({ id }) => id)).toEqual([more, id])
    expect(told.incidents[1]?.code).toBe(shown[0]?.code)
  })

  it.each(['', '?ids=', '?ids=1,,2', '?ids=0', '?ids=x', '?ids=2147483648', `?ids=${'1,'.repeat(100)}1`])(
    'are refused to %s, in both languages',
    async (query) => {
      for (const [language, script] of [
        ['ar', /[\u0600-\u06ff]/],
        ['en', /^[^\u0600-\u06ff]+$/],
      ] as const) {
        const response = await incidents(query, { 'accept-language': language })
        expect(response.status).toBe(400)
        const { problems } = (await response.json()) as { problems: { message: string }[] }
        expect(problems).toMatchObject([
          { path: ['ids'], code: 'ids-form', message: expect.stringMatching(script) },
        ])
      }
    },
  )
})

describe('the ids that match a text', () => {
  it('are those of the incidents that one may read, of every status', async () => {
    const ids = (await (await matches('?q=convoy')).json()) as number[]
    const expected = world.incidents.filter(
      ({ searchText, deleted, visibility }) =>
        !deleted && visibility !== 'named' && searchText.includes('convoy'),
    )
    expect(ids).toEqual(expected.map(({ id }) => id))
    const fewer = (await (await matches('?q=convoy', { cookie: reader })).json()) as number[]
    expect(fewer.length).toBeLessThan(ids.length)
    expect(ids).toEqual(expect.arrayContaining(fewer))
    expect(await (await matches('?q=nothing%20like%20it')).json()).toEqual([])
  })

  it.each([
    ['', 'search-missing'],
    ['?q=%00', 'text-nul'],
    [`?q=${'x'.repeat(300)}`, 'text-too-long'],
  ])('are refused to %s', async (query, code) => {
    const response = await matches(query)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ problems: [{ path: ['q'], code }] })
  })
})

it.each([
  ['facts', getFacts],
  ['incidents?ids=1', getIncidents],
  ['matches?q=convoy', getMatches],
])('tells nothing of %s to whoever may not read', async (path, get) => {
  const unknown = await get(request(path, {}))
  expect(unknown.status).toBe(401)
  expect(unknown.headers.get('content-type')).toBe('application/problem+json')
  expect((await get(request(path, { authorization: recording }))).status).toBe(403)
})
