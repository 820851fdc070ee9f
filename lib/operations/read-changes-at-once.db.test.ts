import { beforeAll, expect, it } from 'vitest'
import { keeper, type Viewer } from '@/lib/access/viewer'
import { randomWorld } from '@/lib/analysis/random-world.test-kit'
import { storeWorld } from '@/lib/db/store-world.test-kit'
import { freshDatabase } from '@/lib/db/test-database'
import { inTransaction } from '@/lib/db/transaction'
import { statuses, visibilities } from '@/lib/incident/lists'
import type { Prisma } from '@/prisma/generated/client'
import { holderOfFacts } from './holder-of-facts.test-kit'
import { readers, team } from './withheld.test-kit'

const { prisma } = await freshDatabase()
const world = randomWorld(23, 80)
const [nobody] = readers as [Viewer]
const [analyst] = team as [Viewer]

beforeAll(() => storeWorld(prisma, world))

const kindOf = (db: Prisma.TransactionClient, id: number, kind: string) =>
  db.incident.update({ where: { id }, data: { kind, deletedAt: null } })

it('tells of a change that began before another that was told of, and is committed after it', async () => {
  const holder = await holderOfFacts(keeper)
  await prisma.$transaction(async (slow) => {
    await kindOf(slow, 1, 'mob-violence')
    await kindOf(prisma, 2, 'mob-violence')
    expect(await holder.catchUp()).toEqual({ changed: [2], gone: [] })
    await kindOf(prisma, 3, 'mob-violence')
    await kindOf(slow, 4, 'mob-violence')
    expect(await holder.catchUp()).toEqual({ changed: [3], gone: [] })
  })
  expect(await holder.catchUp()).toEqual({ changed: [1, 4], gone: [] })
  await holder.holdsAll()
})

it('tells nothing of what was taken back', async () => {
  const holder = await holderOfFacts(keeper)
  const change = prisma.$transaction(async (tx) => {
    await kindOf(tx, 1, 'air-strike')
    throw new Error('taken back')
  })
  await expect(change).rejects.toThrow('taken back')
  expect(await holder.catchUp()).toEqual({ changed: [], gone: [] })
})

/** A repeatable stream of whole numbers below `n`. */
let state = 5
const below = (n: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((state / 2 ** 32) * n)
}
const one = <T>(list: readonly T[]): T => list[below(list.length)] as T

async function someEdit(): Promise<void> {
  const [id, other] = [one(world.incidents).id, one(world.incidents).id]
  const edit = one([
    (db: Prisma.TransactionClient) =>
      db.incident.update({ where: { id }, data: { status: one(statuses), visibility: one(visibilities) } }),
    (db: Prisma.TransactionClient) =>
      db.incident.update({ where: { id }, data: { deletedAt: below(2) ? new Date() : null } }),
    (db: Prisma.TransactionClient) => db.figure.deleteMany({ where: { incidentId: id } }),
    async (db: Prisma.TransactionClient) => {
      await db.figure.deleteMany({ where: { incidentId: id } })
      await db.party.deleteMany({ where: { incidentId: id } })
    },
    (db: Prisma.TransactionClient) => db.site.updateMany({ where: { incidentId: id }, data: { placeId: 2 } }),
    (db: Prisma.TransactionClient) =>
      db.incidentLink.createMany({
        data: id === other ? [] : { fromId: id, toId: other, kind: 'duplicate-of' },
        skipDuplicates: true,
      }),
  ])
  const wait = below(30)
  await inTransaction(async (tx) => {
    await edit(tx)
    await new Promise((resolve) => setTimeout(resolve, wait))
  })
}

it('misses nothing of 200 changes by five at once, however often somebody asks meanwhile', async () => {
  const holders = await Promise.all([nobody, analyst, keeper].map(holderOfFacts))
  let edits = 200
  const writer = async () => {
    while (edits-- > 0) await someEdit()
  }
  const asker = async (holder: (typeof holders)[number]) => {
    while (edits > 0) expect(await holder.catchUp()).not.toBeNull()
  }
  await Promise.all([...Array.from({ length: 5 }, writer), ...holders.map(asker)])
  for (const holder of holders) {
    await holder.catchUp()
    await holder.holdsAll()
  }
}, 120_000)
