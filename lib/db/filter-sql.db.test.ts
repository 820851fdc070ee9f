import { beforeAll, describe, expect, it } from 'vitest'
import { owner } from '@/lib/access/viewer'
import { emptyFilter, type Filter } from '@/lib/analysis/filter'
import { randomWorld } from '@/lib/analysis/random-world.test-kit'
import type { Prisma } from '@/prisma/generated/client'
import { incidentWhere, partlyInsideWhere } from './filter-sql'
import { storeWorld } from './store-world.test-kit'
import { freshDatabase } from './test-database'
import { rowsOfVisibility } from './visible-to'

const { prisma } = await freshDatabase()
const world = randomWorld(3, 200)
beforeAll(() => storeWorld(prisma, world))

const ids = async (where: Prisma.Sql) =>
  (await prisma.$queryRaw<{ id: number }[]>`select i.id from incident i where ${where} order by i.id`).map(
    (row) => row.id,
  )

describe('the filter in SQL', () => {
  it('asks for a period by whole spans, and tells who reaches out of it', async () => {
    await prisma.incident.update({
      where: { id: 1 },
      data: {
        startOn: new Date('2030-07-01'),
        endOn: new Date('2030-07-31'),
        sortOn: new Date('2030-07-01'),
        whenOpen: 'none',
        status: 'published',
        deletedAt: null,
      },
    })
    const period = (from: string | null, to: string | null): Filter => ({ ...emptyFilter, from, to })
    expect(await ids(incidentWhere(period('2030-07-01', '2030-07-31'), owner))).toEqual([1])
    const july10to20 = period('2030-07-10', '2030-07-20')
    expect(await ids(incidentWhere(july10to20, owner))).toEqual([])
    expect(await ids(partlyInsideWhere(july10to20, owner))).toContain(1)
    expect(await ids(partlyInsideWhere(period('2030-08-01', null), owner))).not.toContain(1)
  })

  it('leaves deleted and rejected incidents out, and gives the rejected when asked', async () => {
    const found = await ids(incidentWhere(emptyFilter, owner))
    // The first one was changed above.
    const shown = world.incidents.filter((i) => found.includes(i.id))
    expect(shown.some((i) => i.id !== 1 && (i.deleted || i.status === 'rejected'))).toBe(false)
    expect(
      (await ids(incidentWhere({ ...emptyFilter, statuses: ['rejected'] }, owner))).length,
    ).toBeGreaterThan(0)
  })

  it('takes what is typed as words and never as a pattern or as SQL', async () => {
    const texts = ['%', '_', "'; drop table incident; --", '\\', 'quarry%', ' '.repeat(3)]
    const counts = await Promise.all(
      texts.map(async (text) => (await ids(incidentWhere({ ...emptyFilter, text }, owner))).length),
    )
    const all = (await ids(incidentWhere(emptyFilter, owner))).length
    const quarry = (await ids(incidentWhere({ ...emptyFilter, text: 'quarry' }, owner))).length
    expect(counts).toEqual([all, all, 0, all, quarry, all])
  })
})

it('shows only the visibilities that somebody may read', async () => {
  const everyone = await ids(rowsOfVisibility(['everyone'], 'i'))
  expect(everyone).toEqual(world.incidents.filter((i) => i.visibility === 'everyone').map((i) => i.id))
  expect(await ids(rowsOfVisibility([], 'i'))).toEqual([])
  expect(await ids(rowsOfVisibility(['everyone', 'team', 'named'], 'i'))).toHaveLength(world.incidents.length)
})
