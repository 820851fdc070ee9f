import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { openApiDocument } from '@/app/_openapi/document'
import { operations } from '@/app/_openapi/operations'
import { keeper } from '@/lib/access/viewer'
import { randomWorld } from '@/lib/analysis/random-world.test-kit'
import { signedInMember, tokenOf } from '@/lib/db/members.test-kit'
import { storeWorld } from '@/lib/db/store-world.test-kit'
import { freshDatabase } from '@/lib/db/test-database'
import { dernaLog, type Registry, seedRegistry } from '@/lib/operations/log-draft.test-kit'
import { recordLog } from '@/lib/operations/record-log'
import { type ApiRoute, apiRoutes } from './serve-api.test-kit'

const { prisma } = await freshDatabase()
let routes: ApiRoute[]
let headers: Record<string, string>
let code: string
let registry: Registry
beforeAll(async () => {
  await storeWorld(prisma, randomWorld(7, 60))
  // The world's rows have ids of their own; what is made beside them begins above.
  await prisma.$queryRaw`select setval(seqrelid::regclass, 1000000)::text from pg_sequence`
  registry = await seedRegistry(prisma)
  code = (await recordLog(keeper, dernaLog(registry)))[0]?.code ?? ''
  const { id } = await signedInMember(prisma, 'analyst')
  headers = {
    authorization: await tokenOf(prisma, id, ['read', 'record']),
    'content-type': 'application/json',
  }
  routes = await apiRoutes()
})

function send(
  method: string,
  path: string,
  body?: object,
  more: Record<string, string> = {},
): Promise<Response> {
  const [address = ''] = path.split('?')
  const route = routes.find(({ path: known }) => known.replace('[code]', code) === `/api/v1/${address}`)
  const init = { method, headers: { ...headers, ...more }, body: body ? JSON.stringify(body) : null }
  const handler = route?.handlers[method]
  if (!handler) throw new Error(`no ${method} ${address}`)
  return handler(new Request(`http://127.0.0.1:3000/api/v1/${path}`, init), {
    params: Promise.resolve({ code }),
  })
}

const operationOf = (method: string, path: string) => {
  const found = operations.find(
    (one) => one.method === method.toLowerCase() && one.path === `/api/v1/${path}`,
  )
  if (!found) throw new Error(`no operation ${method} ${path}`)
  return found
}

describe('the document of the API', () => {
  it('tells of every door on disk, and of no other', () => {
    const told = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`)
    const there = routes.flatMap(({ path, handlers }) =>
      Object.keys(handlers).map((method) => `${method} ${path.replace(/\[(\w+)\]/g, '{$1}')}`),
    )
    expect(new Set(told)).toEqual(new Set(there))
  })

  it('is served to everybody, and every name that it refers to is in it', async () => {
    headers = { ...headers }
    const answer = await send('GET', 'openapi.json', undefined, { authorization: '' })
    expect(answer.status).toBe(200)
    const text = await answer.text()
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(openApiDocument())))
    const { components } = openApiDocument()
    const named = new Set(
      [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name),
    )
    expect(named.size).toBeGreaterThan(5)
    for (const name of named) expect(components.schemas).toHaveProperty(name ?? '')
    const ids = Object.values(openApiDocument().paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    )
    expect(new Set(ids).size).toBe(operations.length)
  })

  it('knows each field that a body takes: what validates is what is told', () => {
    const { schemas } = openApiDocument().components
    const properties = (name: string) => Object.keys((schemas[name] as { properties: object }).properties)
    expect(properties('Incident')).toContain('conflictSets')
    expect(properties('Log')).toEqual(
      expect.arrayContaining(['reports', 'statements', 'incidents', 'episodes']),
    )
    expect(schemas.Incident).toMatchObject({ additionalProperties: false })
  })
})

/** The answer as told; objects are loose, so what is wrong is a missing field or one of another form. */
async function expectTold(answer: Response, schema: z.ZodType | null, status: number) {
  const text = await answer.text()
  expect(answer.status, text).toBe(status)
  if (schema === null) return expect(text).toBe('')
  const parsed = schema.safeParse(JSON.parse(text))
  expect(parsed.error?.issues ?? []).toEqual([])
}

describe('what is answered is what is told', () => {
  it.each([
    ['incidents', 'incidents?limit=200'],
    ['incidents/{code}', 'CODE'],
    ['incidents/{code}/log', 'CODE/log'],
    ['summary', 'summary'],
    ['actors', 'actors?q=shura'],
    ['places', 'places?q=derna'],
    ['openapi.json', 'openapi.json'],
  ])('GET %s', async (told, path) => {
    const { answer, status, etag } = operationOf('GET', told)
    const got = await send('GET', path.replace('CODE', `incidents/${code}`))
    expect(got.headers.get('etag') !== null).toBe(etag === true)
    expect(got.headers.get('content-type')).toMatch(/^application\/json/)
    if (told !== 'openapi.json') expect(got.headers.get('ratelimit')).not.toBeNull()
    await expectTold(got, answer, status)
  })

  it.each([
    ['POST', 'actors', () => ({ names: { en: 'Somebody' }, kind: 'rebel-group' })],
    ['POST', 'places', () => ({ names: { en: 'Somewhere' }, kind: 'area', parentId: registry.derna.id })],
    ['POST', 'incidents', () => ({ log: dernaLog(registry), anyway: true })],
    ['PATCH', 'incidents/{code}', () => ({ note: 'Seen' })],
    ['POST', 'incidents/{code}/review', () => ({ step: 'submit' })],
    ['DELETE', 'incidents/{code}', () => undefined],
    ['POST', 'incidents/{code}/restore', () => undefined],
  ])('%s %s', async (method, told, body) => {
    const { answer, status } = operationOf(method, told)
    const version = { PATCH: '"1"', POST: '"2"', DELETE: '"3"' }[method] ?? ''
    await expectTold(
      await send(method, told.replace('{code}', code), body(), { 'if-match': version }),
      answer,
      status,
    )
  })

  it('and so are refusals, each with a status that its door tells of', async () => {
    const { problem } = await import('@/app/_openapi/answers')
    for (const [method, told, body, more] of [
      ['GET', 'incidents', undefined, { authorization: 'Bearer wrong' }],
      ['POST', 'incidents', {}, {}],
      ['PATCH', 'incidents/{code}', { note: 'x' }, {}],
      ['PATCH', 'incidents/{code}', { note: 'x' }, { 'if-match': '"1"' }],
      ['POST', 'actors', { names: {}, kind: 'x' }, {}],
    ] as const) {
      const refused = await send(method, told.replace('{code}', code), body, more)
      const { responses = {} } =
        openApiDocument().paths[`/api/v1/${told}`]?.[method.toLowerCase() as 'get'] ?? {}
      expect(Object.keys(responses)).toContain(String(refused.status))
      expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/)
      expect(problem.safeParse(await refused.json()).error?.issues ?? []).toEqual([])
    }
  })
})
