import { beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '@/lib/access/roles'
import { keeper, type Viewer } from '@/lib/access/viewer'
import { emptyFilter, type Filter } from '@/lib/analysis/filter'
import { randomWorld } from '@/lib/analysis/random-world.test-kit'
import type { Prisma } from '@/prisma/generated/client'
import { matching } from './filter-sql'
import { storeWorld } from './store-world.test-kit'
import { freshDatabase } from './test-database'
import { visibleRows } from './visible-to'

const { prisma } = await freshDatabase()
const world = randomWorld(3, 200)
beforeAll(() => storeWorld(prisma, world))

const ids = async (where: Prisma.Sql) =>
  (await prisma.$queryRaw<{ id: number }[]>`select i.id from incident i where ${where} order by i.id`).map(
    (row) => row.id,
  )
const found = async (filter: Partial<Filter>) =>
  ids((await matching(prisma, { ...emptyFilter, ...filter }, keeper)).inside)
const partly = async (filter: Partial<Filter>) =>
  ids((await matching(prisma, { ...emptyFilter, ...filter }, keeper)).partlyInside)

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
    expect(await found({ from: '2030-07-01', to: '2030-07-31' })).toEqual([1])
    const july10to20 = { from: '2030-07-10', to: '2030-07-20' }
    expect(await found(july10to20)).toEqual([])
    expect(await partly(july10to20)).toContain(1)
    expect(await partly({ from: '2030-08-01' })).not.toContain(1)
  })

  it('leaves deleted, rejected and withdrawn incidents out, and gives them when asked', async () => {
    const all = await found({})
    // The first one was changed above.
    const shown = world.incidents.filter((i) => all.includes(i.id))
    expect(
      shown.some((i) => i.id !== 1 && (i.deleted || i.status === 'rejected' || i.status === 'withdrawn')),
    ).toBe(false)
    expect((await found({ statuses: ['rejected'] })).length).toBeGreaterThan(0)
    expect((await found({ statuses: ['withdrawn'] })).length).toBeGreaterThan(0)
  })

  it('takes what is typed as words and never as a pattern or as SQL', async () => {
    const texts = ['%', '_', "'; drop table incident; --", '\\', 'quarry%', ' '.repeat(3)]
    const counts = await Promise.all(texts.map(async (text) => (await found({ text })).length))
    const all = (await found({})).length
    const quarry = (await found({ text: 'quarry' })).length
    expect(counts).toEqual([all, all, 0, all, quarry, all])
  })

  it('takes a text that is a code for one, however it is typed', async () => {
    const [id] = await found({})
    const { code } = await prisma.incident.findUniqueOrThrow({ where: { id: id ?? 0 } })
    expect(await found({ text: code })).toEqual([id])
    expect(await found({ text: ` ${code.toLowerCase()} ` })).toEqual([id])
    expect(await found({ text: 'ZZ-1999-00000000' })).toEqual([])
  })
})

it('shows only the visibilities that somebody may read', async () => {
  const of = (...visible: string[]) =>
    world.incidents.filter((i) => visible.includes(i.visibility)).map((i) => i.id)
  const member = (role: Role): Viewer => ({ kind: 'member', id: role, name: role, role, scopes: null })
  expect(await ids(visibleRows(member('reader'), 'i'))).toEqual(of('everyone'))
  expect(await ids(visibleRows(member('analyst'), 'i'))).toEqual(of('everyone', 'team'))
  expect(await ids(visibleRows({ kind: 'anonymous', name: '', sees: 'nothing' }, 'i'))).toEqual([])
  expect(await ids(visibleRows(keeper, 'i'))).toEqual(of('everyone', 'team', 'named'))
})

describe('an actor with what is part of it', () => {
  it('takes a part only for incidents that may have been while it was one', async () => {
    const [part, whole] = [90, 91]
    await prisma.actor.createMany({
      data: [part, whole].map((id) => ({ id, key: `own:${id}`, kind: 'unknown' })),
    })
    await prisma.actorRelation.create({
      data: {
        actorId: part,
        otherId: whole,
        kind: 'part-of',
        startedOn: day('2040-03-10'),
        endedOn: day('2040-03-20'),
      },
    })
    const spans: [number, string | null, string | null][] = [
      [901, '2040-03-01', '2040-03-09'],
      [902, '2040-03-09', '2040-03-10'],
      [903, '2040-03-20', '2040-03-20'],
      [904, '2040-03-21', '2040-03-22'],
      [905, null, '2040-03-15'],
      [906, null, '2040-03-09'],
      [907, '2040-03-21', null],
      [908, '2040-01-01', '2040-12-31'],
    ]
    for (const [id, start, end] of spans) await storeIncident(id, start, end, part)
    expect(await found({ actors: [whole] })).toEqual([902, 903, 905, 908])
    expect(await found({ actors: [part] })).toHaveLength(8)
    expect(await found({ parties: [whole] })).toEqual([])
    await prisma.actorRelation.updateMany({ where: { actorId: part }, data: { startedOn: null } })
    expect(await found({ actors: [whole] })).toEqual([901, 902, 903, 905, 906, 908])
  })
})

async function storeIncident(id: number, start: string | null, end: string | null, actorId: number) {
  await prisma.incident.create({
    data: {
      id,
      code: `LY-2040-${id}0`,
      kind: 'shelling',
      titleEn: 'Shelling',
      startOn: start === null ? null : day(start),
      endOn: end === null ? null : day(end),
      sortOn: day(start ?? end ?? ''),
      whenPrecision: 'days',
      whenOpen: start === null ? 'on-or-before' : end === null ? 'on-or-after' : 'none',
      placeId: 1,
      wherePrecision: 'country',
      parties: { create: { id: 9000 + id, actorId, part: 'participant', position: 0 } },
    },
  })
}

const day = (date: string) => new Date(`${date}T00:00:00Z`)

describe('a place', () => {
  it('finds an incident by a further site, unless the primary place is asked for', async () => {
    const incident = world.incidents.find((one) => one.id !== 1 && !one.deleted && one.status === 'verified')
    const id = incident?.id ?? 0
    const town = await prisma.place.create({ data: { key: 'own:town', kind: 'city', path: [990], id: 990 } })
    expect(await found({ places: [town.id] })).toEqual([])
    await prisma.site.create({
      data: { id: 9000, incidentId: id, position: 9, kind: 'school', placeId: town.id, precision: 'exact' },
    })
    expect(await found({ places: [town.id] })).toEqual([id])
    expect(await found({ primaryPlaces: [town.id] })).toEqual([])
  })
})
