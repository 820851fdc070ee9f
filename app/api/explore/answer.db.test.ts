import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { Explorer, type Question } from '@/lib/analysis/facts/explorer'
import { writeQuestion } from '@/lib/analysis/facts/question-wire'
import { decodeAnswered } from '@/lib/analysis/facts/shown-wire'
import { decodeFacts } from '@/lib/analysis/facts/wire'
import { emptyFilter } from '@/lib/analysis/filter'
import { randomWorld } from '@/lib/analysis/random-world.test-kit'
import { signedInMember, tokenOf } from '@/lib/db/members.test-kit'
import { storeWorld } from '@/lib/db/store-world.test-kit'
import { freshDatabase } from '@/lib/db/test-database'
import { POST as postAnswer } from './answer/route'
import { GET as getFacts } from './facts/route'

const { prisma } = await freshDatabase()
let reader = ''
let recording = ''
beforeAll(async () => {
  await storeWorld(prisma, randomWorld(7, 200))
  reader = (await signedInMember(prisma, 'reader')).cookie
  recording = await tokenOf(prisma, (await signedInMember(prisma, 'analyst')).id, ['record'])
})
afterEach(() => vi.unstubAllEnvs())

const question: Question = {
  ...{ filter: emptyFilter, matches: null, window: null, lanes: 'actor', columns: 40, listed: 20 },
  ...{ view: { order: 'newest', unit: 'auto' }, against: null, map: null },
}

const ask = (body: object, headers: Record<string, string> = { cookie: reader }) =>
  postAnswer(
    new Request('http://127.0.0.1:3000/api/explore/answer', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
  )
const facts = (part: string) =>
  getFacts(
    new Request(`http://127.0.0.1:3000/api/explore/facts${part}`, {
      headers: { cookie: reader, 'accept-language': 'en' },
    }),
  )

it('answers as the facts do that are sent where they are few', async () => {
  const explorer = new Explorer(decodeFacts(new Uint8Array(await (await facts('')).arrayBuffer())))
  const answer = await ask(writeQuestion(question))
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  expect(answer.headers.get('facts-state')).toMatch(/^[\w-]{40,}$/)
  expect(decodeAnswered(await answer.text())).toEqual({
    shown: explorer.show(question),
    extent: explorer.extent,
  })
})

it.each(['', '?part=published', '?part=more'])(
  'sends no facts %s of too many, and says whom to ask',
  async (part) => {
    vi.stubEnv('WAQAI_EXPLORE_ROWS', '5')
    const refused = await facts(part)
    expect(refused.status).toBe(413)
    expect(await refused.json()).toMatchObject({
      problems: [{ code: 'facts-too-many', message: expect.stringContaining('POST') }],
    })
    expect((await ask(writeQuestion(question))).status).toBe(200)
    // As many as that are few.
    vi.stubEnv('WAQAI_EXPLORE_ROWS', '200')
    expect((await facts(part)).status).toBeLessThan(300)
  },
)

it.each([
  [{ filter: 'killed=many' }, ['filter', 'killed']],
  [{ filter: 'actor=99999' }, ['filter', 'actor']],
  [{ against: 'place=99999' }, ['against', 'place']],
  [{ columns: 4_001 }, ['columns']],
  [{ extra: 1 }, []],
])('names what is wrong in %j', async (wrong, path) => {
  const refused = await ask({ ...writeQuestion(question), ...wrong })
  expect(refused.status).toBe(400)
  expect(await refused.json()).toMatchObject({ problems: [{ path }] })
})

it('tells nothing to whoever may not read', async () => {
  expect((await ask(writeQuestion(question), {})).status).toBe(401)
  expect((await ask(writeQuestion(question), { authorization: recording })).status).toBe(403)
})
