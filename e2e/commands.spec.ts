import { createServer } from 'node:http'
import { expect, test } from 'playwright/test'
import {
  developWaqai,
  type Installation,
  isAlive,
  newInstallation,
  postgresPid,
  removeInstallation,
  runCommand,
  startWaqai,
  type WaqaiProcess,
} from './waqai-process'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

const sample = (file: string) => `prisma/sample/${file}`

let installation: Installation
let running: WaqaiProcess | undefined

test.beforeAll(async () => {
  installation = await newInstallation()
})

test.afterAll(async () => {
  running?.child.kill('SIGTERM')
  await running?.ended
  removeInstallation(installation)
})

async function start(): Promise<WaqaiProcess> {
  running = startWaqai(installation)
  await running.ready
  return running
}

async function health(): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${installation.url}/api/health`)
  return { status: response.status, body: await response.json() }
}

const well = { status: 200, body: { status: 'ok', database: 'ok', version: expect.any(String) } }

test('npm start says its steps, prints one ready line and serves', async () => {
  const { output } = await start()
  for (const step of [1, 2, 3, 4, 5, 6]) expect(output()).toContain(`[${step}/6] `)
  expect(output().match(/^ready .*$/gm)).toEqual([`ready ${installation.url}`])
  expect(await health()).toEqual(well)
})

test('a second start says that it runs already, and does no harm', async () => {
  const second = startWaqai(installation)
  expect(await second.ended).toBe(1)
  expect(second.output()).toContain(`already running at ${installation.url}`)
  expect(await health()).toEqual(well)
})

test('after a kill -9 of its Postgres it starts it again by itself', async () => {
  const before = postgresPid(installation)
  process.kill(before ?? 0, 'SIGKILL')
  await expect.poll(() => postgresPid(installation), { timeout: 20_000 }).not.toBe(before)
  await expect.poll(health, { timeout: 20_000 }).toEqual(well)
})

test('after a kill -9 of the starter nothing serves on, and the next start takes the database over', async () => {
  const postgres = postgresPid(installation) ?? 0
  running?.child.kill('SIGKILL')
  await running?.ended
  await expect.poll(() => health().catch(() => 'gone'), { timeout: 20_000 }).toBe('gone')
  expect(isAlive(postgres)).toBe(true)
  const { output } = await start()
  expect(output()).toContain('taken over')
  expect(postgresPid(installation)).toBe(postgres)
  expect(await health()).toEqual(well)
})

test('after a kill -9 of both the next start recovers', async () => {
  running?.child.kill('SIGKILL')
  process.kill(postgresPid(installation) ?? 0, 'SIGKILL')
  await running?.ended
  await expect.poll(() => health().catch(() => 'gone'), { timeout: 20_000 }).toBe('gone')
  await start()
  expect(await health()).toEqual(well)
})

test('Ctrl-C stops the app and its database', async () => {
  running?.child.kill('SIGINT')
  expect(await running?.ended).toBe(0)
  expect(postgresPid(installation)).toBeUndefined()
  await expect(health()).rejects.toThrow()
})

test('the first of two imports to end leaves the database to the other, which, cut short, takes it down', async () => {
  const short = runCommand(installation, [
    'import',
    '--format',
    'ucdp-ged',
    sample('ged231-world-sample.csv.gz'),
  ])
  await expect.poll(() => postgresPid(installation), { timeout: 60_000 }).toBeDefined()
  const files = ['ged-syria-2016-2019.csv.gz', 'ged231-central-african-republic.geojson.gz']
  const long = runCommand(installation, ['import', '--format', 'ucdp-ged', ...files.map(sample)])
  expect(await short.ended, short.output()).toBe(0)
  const before = long.output().length
  await expect.poll(() => long.output().slice(before), { timeout: 60_000 }).toContain(' rows')
  long.child.kill('SIGTERM')
  expect(await long.ended, long.output()).toBe(130)
  expect(postgresPid(installation)).toBeUndefined()
})

test('an address that lets others in is refused while nobody has an account, with the reason', async () => {
  const refused = startWaqai(installation, { WAQAI_PUBLIC_URL: 'https://waqai.example' })
  expect(await refused.ended).toBe(1)
  expect(refused.output()).toContain('would let other machines in (https://waqai.example)')
  const nameless = startWaqai(installation, { HOST: '0.0.0.0' })
  expect(await nameless.ended).toBe(1)
  expect(nameless.output()).toContain('Say the one that people use: WAQAI_PUBLIC_URL=')
})

test('a port that another program uses is said, with the remedy', async () => {
  const other = createServer().listen(installation.port, '127.0.0.1')
  try {
    const refused = startWaqai(installation)
    expect(await refused.ended).toBe(1)
    expect(refused.output()).toContain(`PORT=${installation.port + 1} npm start`)
  } finally {
    other.close()
  }
})

test('a DATABASE_URL that leads nowhere is said', async () => {
  const refused = startWaqai(installation, { DATABASE_URL: 'postgresql://nobody:nothing@127.0.0.1:9/none' })
  expect(await refused.ended).toBe(1)
  expect(refused.output()).toContain('The Postgres that DATABASE_URL names (127.0.0.1:9)')
})

test('npm run dev serves without a build, and Ctrl-C ends it too', async () => {
  running = developWaqai(installation)
  await running.ready
  expect(running.output()).toContain('Build: none')
  expect(await health()).toEqual(well)
  const page = await fetch(`${installation.url}/sign-in`)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('<h1')
  running.child.kill('SIGINT')
  expect(await running.ended).toBe(0)
  expect(postgresPid(installation)).toBeUndefined()
})
