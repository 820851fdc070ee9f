import { beforeAll, describe, expect, it } from 'vitest'
import { randomWorld } from '@/lib/analysis/random-world.test-kit'
import { signedInMember, tokenOf } from '@/lib/db/members.test-kit'
import { storeWorld } from '@/lib/db/store-world.test-kit'
import { freshDatabase } from '@/lib/db/test-database'
import { GET as getIncident } from './incidents/[code]/route'
import { GET as getIncidents } from './incidents/route'
import { GET as getSummary } from './summary/route'

const { prisma } = await freshDatabase()
const world = randomWorld(7, 60)
let authorization: string
beforeAll(async () => {
  await storeWorld(prisma, world)
  authorization = await tokenOf(prisma, (await signedInMember(prisma, 'analyst')).id, ['read'])
})

const request = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://127.0.0.1:3000/api/v1/${path}`, { headers: { authorization, ...headers } })
const list = (query: string, headers?: Record<string, string>) =>
  getIncidents(request(`incidents?${query}`, headers))
const summary = (query: string) => getSummary(request(`summary?${query}`))
const incident = (code: string) => getIncident(request('incidents/x'), { params: Promise.resolve({ code }) })

interface Listed {
  filter: string
  next: string | null
  incidents: { code: string; kind: string }[]
}

describe('the JSON that reads', () => {
  it('gives a page, the canonical filter and the mark of the next page, and lets nobody keep it', async () => {
    const response = await list('order=oldest&limit=5&kind=')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const first = (await response.json()) as Listed
    expect(first.filter).toBe('order=oldest')
    expect(first.incidents).toHaveLength(5)
    const second = (await (await list(`order=oldest&limit=5&cursor=${first.next}`)).json()) as Listed
    expect(second.incidents).toHaveLength(5)
    const codes = [...first.incidents, ...second.incidents].map((one) => one.code)
    expect(new Set(codes).size).toBe(10)
  })

  it('gives an incident by its code, and the summary of the same filter', async () => {
    const { incidents } = (await (await list('limit=500')).json()) as Listed
    const code = incidents[0]?.code ?? ''
    expect(await (await incident(code)).json()).toMatchObject({ code, claims: [], versions: [] })
    const told = (await (await summary('')).json()) as { incidents: number; duplicates: number }
    expect(told.incidents + told.duplicates).toBe(incidents.length)
  })

  it.each([
    ['kind=nothing', 'kind', 'filter-not-listed'],
    ['limit=501', 'limit', 'filter-whole-number'],
    ['limit=0', 'limit', 'filter-whole-number'],
    ['cursor=MjAxNy0wNy0yOS4x', 'cursor', 'cursor-broken'],
    ['within=2017-07-31..2017-07-01', 'within', 'filter-stretch'],
    ['q=%00', 'q', 'text-nul'],
    [`q=${'x'.repeat(3000)}`, 'q', 'text-too-long'],
    ['from=0000-01-01', 'from', 'filter-date'],
    ['place=99999999999999999999', 'place', 'filter-whole-number'],
    ['sql=1', 'sql', 'filter-unknown-parameter'],
  ])('answers 400 to ?%s and names %s', async (query, field, code) => {
    const response = await list(query)
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const problem = (await response.json()) as {
      problems: { path: string[]; code: string; message: string }[]
    }
    expect(problem.problems[0]).toMatchObject({ path: [field], code })
    expect(problem.problems[0]?.message).not.toContain('problem.code')
  })

  it('gives the table of a chart as CSV, with the sources that it rests on', async () => {
    const response = await summary('format=csv&chart=by-kind')
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="waqai-by-kind.csv"')
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = new TextDecoder().decode(bytes)
    expect(text).toMatch(/^row,kind,incidents,killed_low/)
    expect(text).toContain('source,By a-set · CC BY 4.0')
  })

  it.each([
    ['format=csv', 'chart'],
    ['format=csv&chart=pie', 'chart'],
    ['chart=by-kind', 'chart'],
    ['format=xml', 'format'],
  ])('refuses the summary ?%s and names %s', async (query, field) => {
    const response = await summary(query)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ problems: [{ path: [field] }] })
  })

  it('tells what is wrong in the language that is asked for', async () => {
    const said = async (headers: Record<string, string>) =>
      ((await (await list('kind=x', headers)).json()) as { problems: { message: string }[] }).problems[0]
        ?.message
    expect(await said({ 'accept-language': 'ar' })).toMatch(/[\u0600-\u06ff]/)
    expect(await said({ 'accept-language': 'en' })).toMatch(/^[^\u0600-\u06ff]+$/)
    expect(await said({ 'accept-language': 'en', cookie: 'language=ar' })).toMatch(/[\u0600-\u06ff]/)
  })

  it('answers 404 to a code that nobody has', async () => {
    for (const code of ['LY-2017-ZZZZ', '..', '%00', 'x'.repeat(5000)])
      expect((await incident(code)).status).toBe(404)
  })
})

describe('a filter that names what there is not', () => {
  it.each([
    ['actor=1,999', 'actor', 'filter-actor-unknown', '999'],
    ['party=2147483647', 'party', 'filter-actor-unknown', '2147483647'],
    ['place=777', 'place', 'filter-place-unknown', '777'],
    ['primary=3,777', 'primary', 'filter-place-unknown', '777'],
    ['dataset=own,no-such-set', 'dataset', 'filter-dataset-unknown', 'no-such-set'],
  ])('is refused by list, summary and CSV: %s', async (query, field, code, named) => {
    for (const response of [
      await list(query),
      await summary(query),
      await summary(`${query}&format=csv&chart=by-place`),
    ]) {
      expect(response.status).toBe(400)
      const { problems } = (await response.json()) as { problems: { message: string }[] }
      expect(problems).toMatchObject([{ path: [field], code }])
      expect(problems[0]?.message).toContain(named)
    }
  })

  it('is none where all that it names is there', async () => {
    expect((await summary('actor=1,2&party=1&place=3&primary=4&dataset=own,a-set')).status).toBe(200)
  })
})
