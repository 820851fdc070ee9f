import { type APIRequestContext, expect as atOnce, type Browser, type Page, test } from 'playwright/test'
import { nobody, personOf, signedIn } from './people'
import { listenToPolicy } from './policy-listener'
import { expect, word } from './timeline-page'

// Markup in every text that somebody may write: it must be read as the words it is, on every page and in every file.

const SHORT = '<img src=x onerror=window.hit=1>'
const CANARY = [
  SHORT,
  '</script><script>window.hit=1</script>',
  '"><svg onload=window.hit=1>',
  "' autofocus onfocus=window.hit=1 x='",
  '{{window.hit=1}}',
].join(' ')
const ADDRESS = `https://news.example/"><script>window.hit=1</script>?a='onmouseover=window.hit=1`

/** Told apart, as names must be; Arabic before the markup turns the line round. */
const said = (field: string) => `${CANARY} ${field}`.slice(-200)
const both = (field: string) => ({ ar: `حقل ${CANARY}`, en: said(field) })

async function made(
  request: APIRequestContext,
  path: string,
  body: object,
): Promise<Record<string, unknown>> {
  const response = await request.post(path, { data: body })
  atOnce(response.status(), await response.text()).toBeLessThan(300)
  return (await response.json()) as Record<string, unknown>
}

/** Two incidents with a canary in every text, and what they take: actors, a place. Gives what is needed to look at them. */
async function recordCanaries(request: APIRequestContext) {
  const found = await request.get('/api/places?q=Derna')
  const { places } = (await found.json()) as { places: { id: number; kind: string; country: string }[] }
  const parentId = places.find(({ kind, country }) => kind === 'city' && country === 'LY')?.id ?? 0
  const point = { lat: 32.7, lon: 22.6 }
  const { place } = await made(request, '/api/places', {
    names: both('place'),
    kind: 'area',
    parentId,
    point,
  })
  const kind = 'rebel-group'
  const { actor } = await made(request, '/api/actors', {
    names: both('actor'),
    kind,
    country: 'LY',
    partOf: null,
  })
  const ids = { place: (place as { id: number }).id, actor: (actor as { id: number }).id }
  const { incidents } = await made(request, '/api/log', { log: canaryLog(ids), anyway: true })
  const [code = '', withdrawn = ''] = (incidents as { code: string }[]).map((incident) => incident.code)
  const read = await readLog(request, code)
  for (const incident of read.incidents) incident.title.en = said('second title')
  await made(request, '/api/log', { log: { ...read, why: said('why') }, anyway: true })
  await discuss(request, code)
  await review(request, code, ['submit', 'return', 'submit'])
  await review(request, withdrawn, ['submit', 'verify', 'publish', 'withdraw'])
  return { code, withdrawn, ...ids }
}

interface ReadLog {
  incidents: {
    version: number
    title: { en: string }
    claims: { key: string }[]
    conflictSets: { key: string; decided: string | null }[]
  }[]
}

async function readLog(request: APIRequestContext, code: string): Promise<ReadLog> {
  const response = await request.get(`/api/incidents/${code}/log`)
  return ((await response.json()) as { log: ReadLog }).log
}

/** What those who work on an incident say of it: comments, evidence, why it stays disputed. */
async function discuss(request: APIRequestContext, code: string): Promise<void> {
  const [incident] = (await readLog(request, code)).incidents
  const { version = 0, claims = [], conflictSets = [] } = incident ?? {}
  for (const claim of [null, claims[0]?.key])
    await made(request, `/api/incidents/${code}/comments`, { body: said('comment'), claim })
  const set = conflictSets.find(({ decided }) => decided === null)?.key
  await made(request, `/api/incidents/${code}/disputed`, { version, set, why: said('left disputed') })
  const file = `${SHORT} " onload=window.hit=1.pdf`
  const response = await request.post(
    `/api/incidents/${code}/evidence?note=${encodeURIComponent(said('evidence'))}`,
    {
      headers: { 'content-type': 'application/pdf', 'x-file-name': encodeURIComponent(file) },
      data: '%PDF-1.7\ntrailer\n<<>>\n%%EOF\n',
    },
  )
  atOnce(response.status(), await response.text()).toBe(201)
}

async function review(request: APIRequestContext, code: string, steps: readonly string[]): Promise<void> {
  for (const step of steps) {
    const version = (await readLog(request, code)).incidents[0]?.version
    await made(request, `/api/incidents/${code}/review`, { version, step, note: said(step) })
  }
}

/** A member, one who is invited and a token, each of them called by a canary. */
async function namePeople(request: APIRequestContext, browser: Browser): Promise<void> {
  const invited = async (who: string) => {
    const name = `${SHORT} ${who}`
    const { token } = await made(request, '/api/invitations', {
      ...{ name, role: 'reader', email: `${who}.${Date.now()}@waqai.example` },
    })
    return { name, token }
  }
  await invited('guest')
  const guest = await browser.newContext({ storageState: nobody })
  const { password } = personOf('administrator')
  await made(guest.request, '/api/invitations/accept', { ...(await invited('member')), password })
  await guest.close()
  const token = { name: `${SHORT} token`, scopes: ['read'], days: 1, password }
  await made(request, '/api/account/tokens', token)
}

function canaryLog({ place, actor }: { place: number; actor: number }) {
  const when = { start: '2017-07-29', end: '2017-07-30', precision: 'days', phrase: said('when') }
  const claim = (key: string, says: object, more: object = {}) => ({
    key,
    statement: 's',
    report: 'r',
    quote: said('quote'),
    stands: SHORT,
    note: said('claim note'),
    says,
    ...more,
  })
  const killed = { subject: 'casualties', party: 'p', outcome: 'killed' }
  return {
    reports: [
      {
        key: 'r',
        outlet: said('outlet'),
        agencies: [said('agency')],
        url: ADDRESS,
        archivedUrl: ADDRESS,
        title: said('report title'),
        publishedOn: '2017-07-30',
        publishedOnBasis: 'inferred',
        publishedOnWhy: said('published why'),
        language: 'ar',
        text: said('report text'),
      },
    ],
    statements: [
      {
        key: 's',
        actorId: actor,
        speakerName: said('speaker'),
        speakerRole: said('role'),
        channel: 'statement',
        note: said('statement note'),
        citedBy: ['r'],
      },
    ],
    incidents: [
      {
        key: 'i',
        title: both('title'),
        summary: both('summary'),
        kind: 'armed-clash',
        when,
        where: {
          placeId: place,
          point: { lat: 32.7, lon: 22.6 },
          precision: 'near',
          phrase: said('where'),
          sites: [
            {
              key: 'q',
              kind: 'quarry',
              name: both('site'),
              point: { lat: 32.71, lon: 22.61 },
              precision: 'near',
            },
          ],
        },
        parties: [{ key: 'p', actorId: actor, part: 'target' }],
        claims: [
          claim('c', { ...killed, operator: 'word', min: 10, word: SHORT }),
          claim('d', { ...killed, operator: 'exactly', point: 4 }),
          claim(
            'e',
            { subject: 'motive', text: said('motive') },
            { rejected: true, rejectedWhy: said('rejected') },
          ),
          claim('f', { subject: 'where', phrase: said('phrase') }),
          claim('g', {
            subject: 'equipment',
            category: 'tank',
            outcome: 'disabled',
            model: SHORT,
            operator: 'exactly',
            point: 3,
          }),
          claim('h', { subject: 'when', when }),
        ],
        conflictSets: [
          {
            key: 'x',
            question: said('question'),
            alternatives: [
              { key: 'x1', name: said('one'), claims: ['c'] },
              { key: 'x2', name: said('other'), claims: ['d'] },
            ],
            decided: 'x2',
            decidedWhy: said('decided'),
          },
          {
            key: 'y',
            question: said('open question'),
            alternatives: [
              { key: 'y1', name: said('this'), claims: [] },
              { key: 'y2', name: said('that'), claims: [] },
            ],
          },
        ],
        links: [{ kind: 'context', key: 'j', note: said('link') }],
        note: said('note'),
      },
      {
        key: 'j',
        title: both('other title'),
        summary: both('other summary'),
        kind: 'armed-clash',
        when,
        where: { placeId: place, precision: 'near', phrase: said('protected'), protection: 'protected' },
        parties: [],
        claims: [
          claim(
            'k',
            { subject: 'casualties', outcome: 'killed', operator: 'exactly', point: 1 },
            { victims: [said('victim')] },
          ),
        ],
        conflictSets: [],
        links: [],
      },
    ],
    episodes: [
      {
        key: 'z',
        title: both('episode'),
        incidents: ['i', 'j'],
        claims: [claim('n', { subject: 'casualties', outcome: 'killed', operator: 'exactly', point: 12 })],
      },
    ],
    why: said('why'),
  }
}

test('markup in every text is read as words, in both languages, on every page and in every file', async ({
  page,
  context,
  request,
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000)
  const { code, withdrawn, place, actor } = await recordCanaries(request)
  await namePeople(request, browser)
  const told = await listenToPolicy(context)
  const reader = await signedIn(browser, 'reader', { baseURL })
  const toldReader = await listenToPolicy(reader)
  const readersPage = await reader.newPage()
  const pages = [
    `/incidents/${code}`,
    `/incidents/${code}?version=1`,
    `/timeline?actor=${actor}&place=${place}&q=${encodeURIComponent(SHORT)}`,
    `/explore?actor=${actor}&place=${place}&lanes=actor`,
    `/log?edit=${code}`,
    `/log?attach=${code}`,
    `/api/v1/incidents/${code}`,
    '/review',
    '/members',
    '/account',
  ]
  for (const language of ['en', 'ar'] as const) {
    await context.addCookies([{ name: 'language', value: language, url: baseURL ?? '' }])
    for (const path of pages) {
      await page.goto(path)
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
      for (const fold of await page.locator('main summary:visible').all()) await fold.click()
      await expectNothingRan(page, told)
      // The form has them in its fields.
      if (!path.startsWith('/log')) await expectCanary(page)
    }
    await lookUp(page)
    await expectNothingRan(page, told)
    await reveal(page, withdrawn, language)
    await expectNothingRan(page, told)
    await page.goto('/access-log')
    await expectCanary(page)
    await expectNothingRan(page, told)
    await reader.addCookies([{ name: 'language', value: language, url: baseURL ?? '' }])
    await readersPage.goto(`/incidents/${withdrawn}`)
    await expectCanary(readersPage)
    await expectNothingRan(readersPage, toldReader)
  }
  await reader.close()
  await page.goto(`/incidents/${code}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(SHORT)

  const csv = await request.get(`/api/v1/summary?actor=${actor}&format=csv&chart=by-place`)
  expect(csv.headers()['content-type']).toContain('text/csv')
  expect(csv.headers()['content-disposition']).toContain('attachment')
  expect(csv.headers()['x-content-type-options']).toBe('nosniff')
})

/** Offers the place and the actor by what was typed of their names. */
async function lookUp(page: Page): Promise<void> {
  await page.goto('/timeline')
  for (const box of await page.locator('main input[role="combobox"]').all()) {
    await box.fill('<img src=x')
    await expect(page.getByRole('option').filter({ hasText: SHORT }).first()).toBeVisible()
    await page.keyboard.press('Escape')
  }
}

/** Has shown what is protected, for a reason that the log of accesses holds. */
async function reveal(page: Page, code: string, language: 'en' | 'ar'): Promise<void> {
  const words = (key: string) => word(language, `visibility.reveal.${key}`)
  await page.goto(`/incidents/${code}`)
  await page.getByText(words('open'), { exact: true }).click()
  await page.getByLabel(words('why'), { exact: true }).fill(said('reason'))
  await page.getByRole('button', { name: words('show'), exact: true }).click()
  for (const shown of ['protected', 'victim']) await expect(page.getByText(said(shown)).first()).toBeVisible()
}

const expectCanary = (page: Page): Promise<void> =>
  expect(page.getByText(SHORT).filter({ visible: true }).first()).toBeVisible()

async function expectNothingRan(page: Page, told: string[]): Promise<void> {
  expect(await page.evaluate(() => 'hit' in window)).toBe(false)
  expect(told).toEqual([])
}

test('an address that is no web page’s is refused', async ({ request }) => {
  for (const url of [
    'javascript:window.hit=1',
    'data:text/html,<script>window.hit=1</script>',
    'vbscript:x',
  ]) {
    const log = canaryLog({ place: 1, actor: 1 })
    const response = await request.post('/api/log', {
      data: { log: { ...log, reports: [{ ...log.reports[0], url }] }, anyway: true },
    })
    expect(response.status()).toBe(400)
    expect(await response.text()).toContain('url-form')
  }
})
