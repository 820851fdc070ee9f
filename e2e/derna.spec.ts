import { expect, type Page, test } from 'playwright/test'
import { typeIncidentA, typeIncidentB, typeIncidentC, typeIncidentD, typeReport } from './derna-report'
import { handsOn, speak } from './hands'

/** The parts of `GET /api/v1/incidents/CODE` that the facts are asserted on. */
interface Told {
  title: { ar: string }
  kind: string
  when: { start: string | null; end: string | null; open: string }
  where: { offset: { bearing: number } | null; sites: { key: string; kind: string; name: { ar: string } }[] }
  parties: { key: string; names: { ar: string; en: string }; part: string }[]
  killed: Numbers
  wounded: Numbers
  figures: (Numbers & { cell: { outcome: string; party: string | null; status: string | null } })[]
  equipment: (Numbers & { cell: { category: string; outcome: string }; models: string[] })[]
  reports: { outlet: string; agencies: string[]; publishedOn: string; publishedOnBasis: string }[]
  statements: { key: string; speakerName: string | null; channel: string; saidOn: string | null }[]
  claims: { key: string; statement: string; quote: string; says: Record<string, unknown> }[]
  conflictSets: { alternatives: { claims: string[] }[]; decided: string | null }[]
  links: { kind: string; direction: string; incident: { code: string } }[]
}

interface Numbers {
  low: number | null
  best: number | null
  high: number | null
  open: boolean
  state: string
}

const outlet = null
const mansouri = 'محمد المنصوري'
const hasi = 'ناصر الحاسي'

test('the Derna report goes in whole, and every fact of it comes back', async ({ page, baseURL }) => {
  test.slow()
  await speak(page, 'ar', baseURL ?? '')
  await page.goto('/log')
  const hands = handsOn(page)
  await typeReport(hands, page)
  await typeIncidentA(hands, page)
  await typeIncidentB(hands, page)
  await typeIncidentC(hands, page)
  await typeIncidentD(hands, page)
  await settled(page)
  await page.reload()
  await expect(page.getByRole('button', { name: 'اتفاق على لجان لفك الحصار عن درنة' })).toBeVisible()
  await hands.press('Alt+KeyS')
  const [a, b, c, d] = await recordedCodes(page)
  await assertA(await read(page, a))
  await assertB(await read(page, b))
  await assertC(await read(page, c), b)
  await assertD(await read(page, d), [a, b])
  await assertPage(page, a, [mansouri, 'وأعطبت ثلاث دبابات', 'قتل أربعة أشخاص'])
  await assertPage(page, b, [hasi, 'جرى احتجاز طاقمها المكون من فردين', 'مما أدى إلى مقتل قائدها'])
})

/** Everything that was looked up has come, and the draft is on the server. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByText(/^حُفظت المسودة/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'احذف', exact: true }).first()).toBeVisible()
}

/** Codes in the order of the log; the sample has the same report, so the likely doubles are told first. */
async function recordedCodes(page: Page): Promise<[string, string, string, string]> {
  const anyway = page.getByRole('button', { name: 'حادثة أخرى: احفظ مع ذلك' })
  const saved = page.getByRole('heading', { name: /^سُجلت/ })
  await expect(anyway.or(saved)).toBeVisible()
  if (await anyway.isVisible()) await anyway.press('Enter')
  await expect(saved).toBeVisible()
  const codes = await page.getByRole('main').locator('code').allTextContents()
  expect(codes).toHaveLength(4)
  return codes as [string, string, string, string]
}

async function read(page: Page, code: string): Promise<Told> {
  const response = await page.request.get(`/api/v1/incidents/${code}`)
  expect(response.status()).toBe(200)
  return response.json()
}

/** What somebody said of something, by its words. */
function said(told: Told, quote: string) {
  const claim = told.claims.find((one) => one.quote === quote)
  const statement = told.statements.find(({ key }) => key === claim?.statement)
  return {
    by: statement?.speakerName ?? null,
    channel: statement?.channel,
    on: statement?.saidOn,
    ...claim?.says,
  }
}

const partyOf = (told: Told, name: string) => told.parties.find(({ names }) => names.en.includes(name))?.key

async function assertA(told: Told): Promise<void> {
  expect(told.reports).toMatchObject([
    {
      outlet: 'الجزيرة',
      agencies: ['الجزيرة', 'رويترز'],
      publishedOn: '2017-07-30',
      publishedOnBasis: 'inferred',
    },
  ])
  const [council, dignity] = [partyOf(told, 'Shura'), partyOf(told, 'Dignity')]
  expect(told.kind).toBe('armed-clash')
  expect(told.parties.map(({ key, part }) => [key, part])).toEqual([
    [council, 'initiator'],
    [dignity, 'target'],
  ])
  const part = { subject: 'part', party: council, part: 'initiator' }
  expect(said(told, 'في هجوم شنته قوات مجلس شورى مجاهدي درنة')).toMatchObject({ by: outlet, ...part })
  expect(said(told, 'قوات المجلس استهدفت')).toMatchObject({ by: mansouri, channel: 'social-media', ...part })
  expect(told.when).toMatchObject({ start: null, end: '2017-07-30', open: 'on-or-before' })
  expect(told.where.offset?.bearing).toBe(180)
  const [quarry, school] = told.where.sites
  expect(told.where.sites).toMatchObject([
    { kind: 'quarry', name: { ar: 'الكسارات' }, offset: { bearing: 225 } },
    { kind: 'school', name: { ar: 'مدرسة الأردام' } },
  ])
  expect(said(told, 'موقع الكسارات جنوب غرب مدينة درنة')).toMatchObject({ by: mansouri, site: quarry?.key })
  expect(said(told, 'وموقعا آخر يعرف بـ بمدرسة الأردام')).toMatchObject({ by: mansouri, site: school?.key })
  const people = { subject: 'casualties', party: dignity, site: null }
  expect(said(told, 'قتل أربعة أشخاص')).toMatchObject({
    by: outlet,
    ...people,
    outcome: 'killed',
    operator: 'exactly',
    point: 4,
  })
  expect(said(told, 'وجرح ما لا يقل عن خمسة آخرين')).toMatchObject({
    by: outlet,
    ...people,
    outcome: 'wounded',
    operator: 'at-least',
    min: 5,
  })
  const things = { by: mansouri, subject: 'equipment', owner: dignity, operator: 'exactly' }
  expect(said(told, 'استولت على أربع سيارات مجهزة بأسلحة ثقيلة')).toMatchObject({
    ...things,
    category: 'armed-vehicle',
    outcome: 'captured',
    point: 4,
  })
  expect(said(told, 'وأعطبت ثلاث دبابات')).toMatchObject({
    ...things,
    category: 'tank',
    outcome: 'disabled',
    point: 3,
  })
  expect(said(told, 'أسلحة عثر عليها مقاتلو مجلس شورى مجاهدي درنة')).toMatchObject({
    subject: 'equipment',
    category: 'weapons',
    outcome: 'captured',
    operator: 'plural',
    min: null,
  })
  expect(said(told, 'جاءت ردا على الاعتداءات المتكررة')).toMatchObject({ by: mansouri, subject: 'motive' })
  expect(said(told, 'مصرع مقاتلين من قوات حفتر')).toMatchObject({
    by: outlet,
    operator: 'plural',
    point: null,
  })
  expect(told.killed).toMatchObject({ low: 4, best: 4, high: 4, open: false, state: 'single-source' })
  expect(told.wounded).toMatchObject({ low: 5, best: 5, high: 5, open: true })
}

async function assertB(told: Told): Promise<void> {
  const [council, dignity] = [partyOf(told, 'Shura'), partyOf(told, 'Dignity')]
  expect(told.when).toMatchObject({ start: null, end: '2017-07-29', open: 'on-or-before' })
  expect(said(told, 'أسقطت قوات المجلس')).toMatchObject({ by: mansouri, party: council, part: 'initiator' })
  const loss = { subject: 'equipment', category: 'warplane', outcome: 'shot-down', owner: dignity, point: 1 }
  expect(said(told, 'كما أسقطت قوات المجلس طائرة حربية')).toMatchObject({ by: mansouri, ...loss })
  expect(said(told, 'طائرة مقاتلة من طراز ميغ21 أسقطت بصاروخ')).toMatchObject({
    by: hasi,
    on: '2017-07-29',
    ...loss,
    model: 'ميغ 21',
  })
  const [aircraft] = told.equipment.filter(({ cell }) => cell.category === 'warplane')
  expect(aircraft).toMatchObject({ low: 1, best: 1, high: 1, state: 'agreed', models: ['ميغ 21'] })
  const crew = { subject: 'casualties', status: 'aircrew', party: dignity, operator: 'exactly' }
  expect(said(told, 'مما أدى إلى مقتل قائدها')).toMatchObject({
    by: mansouri,
    ...crew,
    outcome: 'killed',
    point: 1,
  })
  expect(said(told, 'جرى احتجاز طاقمها المكون من فردين')).toMatchObject({
    by: hasi,
    ...crew,
    outcome: 'captured',
    point: 2,
  })
  expect(told.conflictSets).toHaveLength(1)
  expect(told.conflictSets[0]?.decided).toBeNull()
  expect(told.killed).toMatchObject({ low: 0, best: null, high: 1, state: 'disputed' })
  const captured = told.figures.find(({ cell }) => cell.outcome === 'captured' && cell.status === 'aircrew')
  expect(captured).toMatchObject({ low: 0, best: null, high: 2, state: 'disputed' })
}

async function assertC(told: Told, b: string): Promise<void> {
  expect(told.kind).toBe('air-strike')
  expect(said(told, 'بعدما نفذت ضربة جوية استهدفت المتشددين')).toMatchObject({
    by: hasi,
    part: 'initiator',
    party: partyOf(told, 'Dignity'),
  })
  expect(told.figures).toEqual([])
  expect(told.links).toContainEqual(
    expect.objectContaining({
      kind: 'before',
      direction: 'out',
      incident: expect.objectContaining({ code: b }),
    }),
  )
}

async function assertD(told: Told, context: string[]): Promise<void> {
  expect(told.kind).toBe('talks')
  expect(told.parties).toHaveLength(2)
  expect(said(told, 'الاتفاق مع أعيان المدينة على تشكيل لجان مطلع الشهر المقبل')).toMatchObject({
    by: outlet,
    subject: 'kind',
    kind: 'talks',
  })
  const linked = told.links.filter(({ kind, direction }) => kind === 'context' && direction === 'out')
  expect(new Set(linked.map(({ incident }) => incident.code))).toEqual(new Set(context))
}

async function assertPage(page: Page, code: string, words: string[]): Promise<void> {
  await page.goto(`/incidents/${code}`)
  for (const text of words) await expect(page.getByText(text).first()).toBeAttached()
}
