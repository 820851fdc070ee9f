import { expect, it } from 'vitest'
import { freshDatabase } from './test-database'
import { countAgainst } from './throttle'

const { prisma } = await freshDatabase()

it('counts each point once, however many count at the same time', async () => {
  const counts = await Promise.all(Array.from({ length: 60 }, () => countAgainst('many', 2, 60)))
  expect(counts.map(({ count }) => count).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 60 }, (_, i) => 2 * (i + 1)),
  )
})

it('begins anew when the window has ended, and takes out what others left', async () => {
  await countAgainst('again', 5, 60)
  await countAgainst('left', 1, 60)
  await prisma.throttle.updateMany({ data: { expireAt: new Date(Date.now() - 1000) } })
  expect(await countAgainst('again', 1, 60)).toEqual({ count: 1, resetSeconds: 60 })
  expect(await prisma.throttle.findMany({ select: { key: true } })).toEqual([{ key: 'again' }])
})

it('counts no further than a number can hold', async () => {
  await countAgainst('full', 999_999_999, 60)
  expect((await countAgainst('full', 2_000_000_000, 60)).count).toBe(1_000_000_000)
})
