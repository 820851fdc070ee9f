import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { type IncomingMessage, request as send } from 'node:http'
import { connect } from 'node:net'
import { extname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'playwright/test'
import { data } from './journeys-server'

const root = fileURLToPath(new URL('..', import.meta.url))

// None of these is signed in: what the guard says, it says to anybody.
interface Sent {
  readonly method?: string
  readonly path?: string
  readonly headers?: Record<string, string>
}

/** Sends exactly what is given, as no browser and no `fetch` would. Gives status and headers. */
function answerTo(
  baseURL = '',
  { method = 'GET', path = '/sign-in', headers = {} }: Sent,
): Promise<IncomingMessage> {
  const { hostname, port } = new URL(baseURL)
  return new Promise((resolve, reject) => {
    const answered = (response: IncomingMessage) => {
      response.resume()
      resolve(response)
    }
    send({ hostname, port, method, path, headers }, answered).once('error', reject).end()
  })
}

const statusOf = async (baseURL: string | undefined, sent: Sent) =>
  (await answerTo(baseURL, sent)).statusCode ?? 0

test('only requests for this very app, from its own pages, get through', async ({ baseURL }) => {
  const status = (sent: Sent) => statusOf(baseURL, sent)
  expect(await status({})).toBe(200)
  expect(await status({ headers: { host: 'evil.example' } })).toBe(421)
  expect(await status({ path: '/api/health', headers: { host: 'evil.example' } })).toBe(421)
  expect(await status({ path: '/_next/static/none.js', headers: { host: 'evil.example' } })).toBe(421)
  expect(await status({ headers: { origin: 'http://evil.example' } })).toBe(403)
  expect(await status({ method: 'POST', headers: { origin: 'null' } })).toBe(403)
  expect(await status({ method: 'POST', headers: { origin: baseURL ?? '' } })).toBeLessThan(500)
})

for (const sent of [
  {},
  { path: '/log' },
  { path: '/api/health' },
  { path: '/nowhere' },
  { path: '/_next/static/none.js' },
  { path: '/embed/timeline' },
  { path: '/api/v1/summary?kind=none' },
  { path: '/%' },
  { headers: { host: 'evil.example' } },
] satisfies Sent[]) {
  test(`no other site may frame, load or guess the answer to ${JSON.stringify(sent)}`, async ({
    baseURL,
  }) => {
    const { headers } = await answerTo(baseURL, sent)
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    expect(headers['permissions-policy']).toContain('camera=()')
  })
}

test('each page has a nonce of its own, which no request can choose', async ({ baseURL }) => {
  const own = { 'x-waqai-nonce': 'mine', 'content-security-policy': "script-src 'nonce-mine'" }
  const policies = await Promise.all(
    [{}, {}, { headers: own }].map(
      async (sent) => (await answerTo(baseURL, sent)).headers['content-security-policy'],
    ),
  )
  const nonces = policies.map((policy) => /'nonce-([\w+/=]{24,})'/.exec(String(policy))?.[1])
  expect(new Set(nonces).size).toBe(3)
  expect(nonces).not.toContain(undefined)
})

test('nothing of it is embedded elsewhere', async ({ baseURL }) => {
  const from = (site: string, mode: string, dest: string) =>
    statusOf(baseURL, {
      path: '/api/health',
      headers: { 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest },
    })
  expect(await from('cross-site', 'navigate', 'document')).toBe(200)
  expect(await from('cross-site', 'navigate', 'iframe')).toBe(403)
  expect(await from('same-site', 'no-cors', 'script')).toBe(403)
})

for (const path of [
  '/%',
  '/%ff',
  '/timeline?text=%E0%A4',
  '/incidents/%00',
  '//evil.example',
  'http://evil.example/',
]) {
  test(`the address ${path} is refused as malformed`, async ({ baseURL }) => {
    expect(await statusOf(baseURL, { path })).toBe(400)
  })
}

test('every answer says what it is, and a text its encoding', async ({ baseURL, request }) => {
  const kinds = {
    '/timeline': 'text/html; charset=utf-8',
    '/nowhere': 'text/html; charset=utf-8',
    '/api/health': 'application/json',
    '/api/v1/summary': 'application/json',
    '/api/v1/summary?unit=x': 'application/problem+json',
    '/api/v1/summary?format=csv&chart=over-time': 'text/csv; charset=utf-8',
  }
  for (const [path, kind] of Object.entries(kinds)) {
    expect((await request.get(path)).headers()['content-type'], path).toBe(kind)
  }
  const malformed = await answerTo(baseURL, { path: '/%' })
  expect(malformed.headers['content-type']).toBe('application/problem+json; charset=utf-8')
})

test('nothing of the installation is served but its pages, routes and built files', async ({ baseURL }) => {
  const hidden = [
    ...['/.git/config', '/.env', '/.data/postgres.json', '/.data/secret', '/package.json', '/next.config.js'],
    ...['/lib/env.ts', '/node_modules/next/package.json', '/.next/BUILD_ID', '/_next/BUILD_ID'],
    ...['/_next/static/', '/_next/static/chunks/', '/_next/', '/public/', '/prisma/schema.prisma'],
    ...['/..%2fpackage.json', '/_next/..%2f..%2fpackage.json'],
  ]
  for (const path of hidden) {
    const { statusCode = 0, headers } = await answerTo(baseURL, { path })
    if (statusCode === 308)
      expect(hidden, path).toContain(`${headers.location}/`) // without its last slash
    else expect([400, 404], `${path} → ${statusCode}`).toContain(statusCode)
  }
  expect(await statusOf(baseURL, { path: '/_next/static' })).toBe(404)
  expect(await statusOf(baseURL, { path: '/_next/static/chunks' })).toBe(404)
  expect(await statusOf(baseURL, { method: 'TRACE' })).toBe(405)
})

test('no secret, and nothing of the server, stands in what browsers are sent', () => {
  const built = join(root, process.env.WAQAI_DIST_DIR || '.next-test', 'static')
  const files = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter(
    (name) => extname(name) !== '',
  )
  expect(files.filter((name) => name.endsWith('.js')).length).toBeGreaterThan(10)
  const secret = readFileSync(join(data, 'secret'), 'utf8').trim()
  const ofServer = [
    secret,
    'WAQAI_SECRET',
    'DATABASE_URL',
    'postgresql:',
    'argon2',
    'from incident i',
    'PrismaClient',
  ]
  for (const name of files) {
    const text = readFileSync(join(built, name), 'latin1')
    expect(
      ofServer.filter((word) => text.includes(word)),
      name,
    ).toEqual([])
  }
})

test('odd methods, names and sizes get an answer below 500', async ({ baseURL }) => {
  const odd: Sent[] = [
    { method: 'TRACE' },
    { method: 'PROPFIND' },
    { method: 'DELETE', path: '/api/health' },
    { path: `/${'a'.repeat(8000)}` },
    { path: '/..%2f..%2fpackage.json' },
    { path: '/incidents/%F0%9F%92%A5' },
    { path: '/timeline?__proto__=1&constructor=2' },
    { headers: { cookie: 'x'.repeat(30_000) } },
    { headers: { 'accept-language': ';;;q=,,*' } },
    { headers: { 'next-action': 'nothing' }, method: 'POST' },
    { headers: { rsc: '1', 'next-router-state-tree': '%%%' } },
    { method: 'POST', headers: { 'content-length': '99999999' } },
    { method: 'POST', headers: { 'transfer-encoding': 'chunked' } },
  ]
  for (const sent of odd) {
    const status = await statusOf(baseURL, sent)
    expect(status, JSON.stringify(sent).slice(0, 100)).toBeLessThan(500)
    expect(status).toBeGreaterThanOrEqual(200)
  }
})

test('who is refused in the midst of sending may send on, and has read why', async ({ baseURL }) => {
  const { hostname, port, host } = new URL(baseURL ?? '')
  const half = Buffer.alloc(100_000, 'a')
  const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true })
  const broken: Error[] = []
  let answer = ''
  socket.setEncoding('utf8').on('data', (text) => {
    answer += text
  })
  socket.on('error', (error) => broken.push(error))
  socket.write(`POST /% HTTP/1.1\r\nHost: ${host}\r\nContent-Length: ${2 * half.length}\r\n\r\n`)
  await expect(() => expect(answer).toContain('"status":400')).toPass()
  // What a closed connection answers to the first is heard by the second at the latest.
  socket.write(half)
  await sleep(100)
  socket.end(half)
  await once(socket, 'close')
  expect(broken).toEqual([])
})
