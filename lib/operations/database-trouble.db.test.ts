import { expect, test } from 'vitest'
import { connectTo } from '@/lib/db/client'
import { freshDatabase } from '@/lib/db/test-database'
import { readConsistently } from '@/lib/db/transaction'
import { isUnavailable, tookTooLong } from './database-trouble'

const { prisma, url } = await freshDatabase()

const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

/** Ends the session that sleeps, as soon as it does. */
async function endOtherSessions(): Promise<void> {
  for (let ended = 0; ended === 0; ) {
    ended = await prisma.$executeRaw`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state = 'active' and query like '%pg_sleep%'`
  }
}

test('a session that the database ends in the midst of a query is the database being away', async () => {
  const other = connectTo(url, 1)
  const [error] = await Promise.all([
    errorOf(other.$queryRaw`select 1 from pg_sleep(20)`),
    endOtherSessions(),
  ])
  expect(error).toBeInstanceOf(Error)
  expect(isUnavailable(error)).toBe(true)
  await other.$disconnect()
})

test('so is a session ended within a transaction', async () => {
  const other = connectTo(url, 1)
  const work = other.$transaction((tx) => tx.$queryRaw`select 1 from pg_sleep(20)`, { timeout: 30_000 })
  const [error] = await Promise.all([errorOf(work), endOtherSessions()])
  expect(isUnavailable(error)).toBe(true)
  await other.$disconnect()
})

test('so is one whose every connection is taken, for a query and for a transaction', async () => {
  const busy = connectTo(url, 1)
  const held = errorOf(busy.$queryRaw`select 1 from pg_sleep(8)`)
  await new Promise((resolve) => setTimeout(resolve, 300))
  const errors = await Promise.all([
    errorOf(busy.incident.count()),
    errorOf(busy.$transaction((tx) => tx.incident.count(), { maxWait: 500 })),
  ])
  for (const error of errors) {
    expect(error).toBeInstanceOf(Error)
    expect(isUnavailable(error)).toBe(true)
  }
  await held
  await busy.$disconnect()
})

test('a transaction that runs out of time took too long', async () => {
  const error = await errorOf(
    prisma.$transaction(
      async (tx) => {
        await tx.$queryRaw`select 1 from pg_sleep(0.5)`
        await tx.incident.count()
      },
      { timeout: 100 },
    ),
  )
  expect(tookTooLong(error)).toBe(true)
  expect(isUnavailable(error)).toBe(false)
})

test('so is a server that does not listen', async () => {
  const nowhere = connectTo('postgresql://nobody@127.0.0.1:1/nothing', 1)
  expect(isUnavailable(await errorOf(nowhere.incident.count()))).toBe(true)
  expect(isUnavailable(await errorOf(nowhere.$transaction((tx) => tx.incident.count())))).toBe(true)
  await nowhere.$disconnect()
})

test('a query that is wrong is our mistake, not the database being away', async () => {
  const error = await errorOf(prisma.$queryRaw`select nothing from nowhere`)
  expect(error).toBeInstanceOf(Error)
  expect(isUnavailable(error)).toBe(false)
})

test('a query that takes longer than its reader may wait is cancelled, and told from the database being away', async () => {
  const error = await errorOf(readConsistently((db) => db.$queryRaw`select 1 from pg_sleep(60)`, 100))
  expect(tookTooLong(error)).toBe(true)
  expect(isUnavailable(error)).toBe(false)
  expect(tookTooLong(await errorOf(prisma.$queryRaw`select nothing from nowhere`))).toBe(false)
})

test('a read changes nothing', async () => {
  const error = await errorOf(readConsistently((db) => db.setting.create({ data: { key: 'x', value: 1 } })))
  expect(String(error)).toMatch(/read-only/)
})
