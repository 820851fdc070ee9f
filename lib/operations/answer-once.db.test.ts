import { expect, test } from 'vitest'
import { freshDatabase } from '@/lib/db/test-database'
import { answerOnce } from './answer-once'
import { person } from './withheld.test-kit'

const { prisma } = await freshDatabase()
const analyst = person('omar', 'analyst')

test('an expired key is used anew, and once, however many older ones wait to be swept', async () => {
  let done = 0
  const ask = () =>
    answerOnce(analyst, { key: 'mine', request: 'POST /x', content: '{}' }, async () => async () => {
      done += 1
      return { status: 201, headers: {}, body: String(done) }
    })
  expect(await ask()).toMatchObject({ body: '1', isReplayed: false })
  await prisma.$executeRaw`update idempotency_key set created_at = now() - interval '25 hours'`
  await prisma.$executeRaw`
    insert into idempotency_key (owner, key, request, digest, created_at)
    select 'somebody', n::text, 'POST /x', '', now() - interval '30 hours' from generate_series(1, 1100) n`
  expect(await ask()).toMatchObject({ body: '2', isReplayed: false })
  expect(await ask()).toMatchObject({ body: '2', isReplayed: true })
  expect(done).toBe(2)
})
