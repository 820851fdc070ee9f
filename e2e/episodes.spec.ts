import { expect, type Page, test } from 'playwright/test'
import { type Hands, handsOn, speak } from './hands'

/*
 * A report of two strikes: "7" in the first, "12 in both strikes". The number of both is nobody's of the second: it
 * stays with the two together, and totals add the five that the first leaves over.
 */

const words = {
  en: {
    outlet: 'Outlet',
    published: 'Published on',
    title: 'Title in English',
    kind: 'air strike',
    place: 'Derna',
    first: (mark: string) => `First strike ${mark}`,
    second: (mark: string) => `Second strike ${mark}`,
    seven: 'seven people were killed',
    twelve: 'twelve killed in both strikes',
    scope: 'Counts',
    group: 'Which incidents together',
    add: 'One already recorded',
    remainder: '5 of these are in none of its incidents’ own figures',
    claim: /^killed: 12.*2 incidents together/,
    row: /^killed: 12/,
    recorded: /recorded$/,
    totals: /1 episode told as a whole adds 5 killed/,
    episode: 'Episodes',
    edit: 'You are changing an incident that is already recorded:',
  },
  ar: {
    outlet: 'الوسيلة',
    published: 'تاريخ النشر',
    title: 'العنوان بالعربية',
    kind: 'غارة جوية',
    place: 'درنة',
    first: (mark: string) => `الغارة الأولى ${mark}`,
    second: (mark: string) => `الغارة الثانية ${mark}`,
    seven: 'قتل سبعة أشخاص',
    twelve: 'مقتل 12 شخصا في الغارتين',
    scope: 'العدد لـ',
    group: 'أي الحوادث معًا',
    add: 'حادثة مسجّلة',
    remainder: 'منهم 5 ليسوا في أرقام أي من حوادثها',
    claim: /^قتلى: 12.*حادثتان معًا/,
    row: /^قتلى: 12/,
    recorded: /^سُجلت/,
    totals: /واقعة قيل عنها جملةً تضيف 5/,
    episode: 'وقائع مجمّعة',
    edit: 'تعدّل حادثة مسجّلة:',
  },
} as const

type Words = (typeof words)['en' | 'ar']

for (const language of ['en', 'ar'] as const)
  test(`"12 in both strikes" is typed, counted and read back (${language})`, async ({ page, baseURL }) => {
    test.slow()
    const said = words[language]
    const mark = `${language}${Date.now()}`
    await speak(page, language, baseURL ?? '')
    await page.goto('/log')
    const hands = handsOn(page)
    await typeStrikes(page, hands, said, mark)
    await gather(page, hands, said)
    await expect(page.getByText(said.remainder)).toBeVisible()

    // The draft holds it, and undo takes it back.
    await hands.press('Alt+KeyZ')
    await expect(page.getByRole('button', { name: said.claim })).toBeHidden()
    await gather(page, hands, said)
    await expect(page.getByRole('status').filter({ hasText: /Draft saved|حُفظت المسودة/ })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('button', { name: said.claim })).toBeVisible()
    await hands.press('Alt+KeyS')
    await expect(page.getByRole('heading', { name: said.recorded })).toBeVisible()
    const [first = '', second = ''] = await page.getByRole('main').locator('code').allTextContents()

    await expectRead(page, said, first, second, mark)
    await changeIt(page, hands, said, first, second)
  })

async function typeStrikes(page: Page, { type, press }: Hands, said: Words, mark: string): Promise<void> {
  await expect(page.getByRole('textbox', { name: said.outlet })).toBeFocused()
  await type('Al-Wasat')
  await page.getByRole('textbox', { name: said.published }).fill('30/7/2017')
  for (const title of [said.first(mark), said.second(mark)]) {
    if (title === said.second(mark)) await press('Alt+KeyI')
    else await press('Alt+KeyG')
    await type(said.kind)
    await press('Tab')
    await page.getByRole('textbox', { name: said.title }).fill(title)
    await page.locator('#f-incidents-0-when, #f-incidents-1-when').fill('29/7/2017')
    await page.locator('#f-incidents-0-where-placeId, #f-incidents-1-where-placeId').fill(said.place)
    await page.getByRole('option', { name: said.place }).first().click()
    await press('Alt+KeyQ')
    await type(title === said.first(mark) ? said.seven : said.twelve)
  }
}

/** By the keyboard alone: to the field of the open claim, and down to the next choice. */
async function gather(page: Page, { press }: Hands, said: Words): Promise<void> {
  await page.getByRole('combobox', { name: said.scope, exact: true }).focus()
  await press('ArrowDown')
  const group = page.getByRole('group', { name: said.group })
  await expect(group.getByRole('checkbox', { checked: true })).toHaveCount(2)
  await expect(page.getByRole('combobox', { name: said.scope, exact: true })).toBeFocused()
}

/** On both pages, in the JSON and in the timeline's totals, once it is all read anew. */
async function expectRead(
  page: Page,
  said: Words,
  first: string,
  second: string,
  mark: string,
): Promise<void> {
  const one = await (await page.request.get(`/api/v1/incidents/${first}`, { maxRetries: 2 })).json()
  const two = await (await page.request.get(`/api/v1/incidents/${second}`, { maxRetries: 2 })).json()
  expect(one.killed).toMatchObject({ low: 7, best: 7, high: 7 })
  expect(two.killed).toMatchObject({ low: null, best: null, high: null, state: 'none' })
  for (const { episodes } of [one, two]) {
    expect(episodes).toHaveLength(1)
    expect(episodes[0].incidents.map(({ code }: { code: string }) => code)).toEqual([first, second])
    expect(episodes[0].figures[0]).toMatchObject({ low: 12, best: 12, high: 12, remainder: { best: 5 } })
    expect(episodes[0].claims[0]).toMatchObject({ quote: said.twelve })
  }
  for (const code of [first, second]) {
    await page.goto(`/incidents/${code}`)
    await page.reload()
    const episode = page.getByRole('region', { name: said.episode })
    await expect(episode.getByText(said.remainder)).toBeVisible()
    await expect(episode.getByText(said.twelve).filter({ visible: true })).toBeVisible()
  }
  const summary = await (await page.request.get(`/api/v1/summary?q=${mark}`, { maxRetries: 2 })).json()
  expect(summary).toMatchObject({ incidents: 2, totals: { killed: { best: 12 } }, episodes: { count: 1 } })
  await page.goto(`/timeline?q=${mark}`)
  await page.reload()
  await expect(page.getByText(said.totals)).toBeVisible()
}

/** Edited from the other end: a third strike, already recorded, joins; then the claim counts one incident after all. */
async function changeIt(
  page: Page,
  { type, press }: Hands,
  said: Words,
  first: string,
  second: string,
): Promise<void> {
  const mark = `third${Date.now()}`
  const third = await recordThird(page, first, mark)
  await page.goto(`/log?edit=${second}`)
  await expect(page.getByText(said.edit)).toBeVisible()
  await page.getByRole('button', { name: said.claim }).click()
  await page.getByRole('combobox', { name: said.add }).focus()
  await type(mark)
  await press('Enter')
  await expect(page.getByRole('checkbox', { name: new RegExp(third) })).toBeChecked()
  await press('Alt+KeyS')
  await expect(page.getByRole('heading', { name: said.recorded })).toBeVisible()
  const joined = await (await page.request.get(`/api/v1/incidents/${third}`, { maxRetries: 2 })).json()
  expect(joined.episodes[0].incidents).toHaveLength(3)

  await page.goto(`/log?edit=${second}`)
  await expect(page.getByText(said.edit)).toBeVisible()
  await page.getByRole('button', { name: said.row }).click()
  await page.getByRole('combobox', { name: said.scope, exact: true }).focus()
  await press('Home')
  await press('Alt+KeyS')
  await expect(page.getByRole('heading', { name: said.recorded })).toBeVisible()
  const alone = await (await page.request.get(`/api/v1/incidents/${second}`, { maxRetries: 2 })).json()
  expect(alone).toMatchObject({ killed: { best: 12 }, episodes: [] })
}

/** Another incident, recorded as the page would: the first one's log under a title of its own. */
async function recordThird(page: Page, first: string, mark: string): Promise<string> {
  const { log } = await (await page.request.get(`/api/incidents/${first}/log`, { maxRetries: 2 })).json()
  const [incident] = log.incidents
  const title = { ar: mark, en: mark }
  const fresh = { ...incident, code: null, version: null, title, claims: [], conflictSets: [], links: [] }
  const body = { log: { ...log, incidents: [fresh], statements: [], episodes: [] }, anyway: true }
  const response = await page.request.post('/api/log', { data: body })
  expect(response.status(), await response.text()).toBe(201)
  return (await response.json()).incidents[0].code
}

test('an episode of one incident, or of one that nobody has, is refused at its field', async ({
  page,
  baseURL,
}) => {
  await speak(page, 'en', baseURL ?? '')
  await page.goto('/log')
  const hands = handsOn(page)
  const said = words.en
  await typeStrikes(page, hands, said, `refused${Date.now()}`)
  await gather(page, hands, said)
  const group = page.getByRole('group', { name: said.group })
  await group.getByRole('checkbox', { name: /^First strike/ }).press('Space')
  await hands.press('Alt+KeyS')
  const refusal = page.getByRole('region', { name: 'Some of this cannot be taken as it stands' })
  await refusal.getByRole('button', { name: /An episode joins at least two incidents/ }).click()
  await expect(group).toBeFocused()
  await expect(
    page.getByText('An episode joins at least two incidents. Tick another one.').last(),
  ).toBeVisible()
})
