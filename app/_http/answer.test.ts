import { expect, it } from 'vitest'
import { Refusal } from '@/lib/problem'
import { answer, json } from './answer'

const answerTo = (work: () => Promise<Response>) =>
  answer(new Request('http://127.0.0.1:3000/api/v1/incidents'), work)

const failing = (message: string) => () => Promise.reject(new Error(message))

it.each([
  ['a pool that is used up', 'timeout exceeded when trying to connect', 'unavailable'],
  ['no transaction in time', 'Unable to start a transaction in the given time.', 'unavailable'],
  ['a query cancelled', 'canceling statement due to statement timeout', 'too-slow'],
])('%s is answered with 503, when to come again, and words', async (_, message, kind) => {
  const response = await answerTo(failing(message))
  expect(response.status).toBe(503)
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await response.json()).toMatchObject({ type: `/docs/problems#${kind}`, status: 503 })
})

it('nothing else is to be sent again as it is', async () => {
  const refused = await answerTo(() => Promise.reject(new Refusal('not-found', [])))
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([404, null])
  expect((await answerTo(async () => json({}))).headers.get('retry-after')).toBeNull()
})

it('a mistake of ours rises', async () => {
  await expect(answerTo(failing('nothing of the kind'))).rejects.toThrow('nothing of the kind')
})
