import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { whole } from '@/lib/analysis/facts/blocks'
import { randomWorld } from '@/lib/analysis/random-world.test-kit'
import { storeWorld } from '@/lib/db/store-world.test-kit'
import { freshDatabase } from '@/lib/db/test-database'
import { digestOf } from './facts-digest'
import { type PublishedFacts, publishedNow } from './published-facts'
import { readFacts, readPublishedFacts } from './read-facts'
import { readers, team } from './withheld.test-kit'

const { prisma } = await freshDatabase()
const world = randomWorld(19, 160)
const [open, other, third] = world.incidents.filter(({ deleted }) => !deleted).map(({ id }) => id) as [
  number,
  number,
  number,
]
const [nobody] = readers
const [analyst] = team
let kept: PublishedFacts

beforeAll(async () => {
  await storeWorld(prisma, world)
  await prisma.$queryRaw`select setval('incident_id_seq', 1000), setval('party_id_seq', 10000)`
  await prisma.incident.updateMany({
    where: { id: { in: [open, other, third] } },
    data: { status: 'published', visibility: 'everyone' },
  })
  kept = await publishedNow(null)
})

const run = (sql: string) => prisma.$executeRawUnsafe(sql)
const set = (id: number, what: string) => `update incident set ${what} where id = ${id}`

const days = (n: number) => `date '2016-01-01' + ${n * 90}`

/** What may be done to an incident. */
const what: ((id: number, n: number) => string)[] = [
  (id) => set(id, `visibility = 'team'`),
  (id) => set(id, `visibility = 'everyone', status = 'published'`),
  (id) => set(id, `visibility = 'everyone', status = 'published', deleted_at = null`),
  (id) => set(id, 'deleted_at = now()'),
  (id, n) =>
    set(id, `start_on = ${days(n)}, end_on = ${days(n + 1)}, sort_on = ${days(n)}, when_open = 'none'`),
  (id, n) =>
    set(id, `start_on = null, end_on = ${days(n)}, sort_on = ${days(n)}, when_open = 'on-or-before'`),
  (id, n) => set(id, `place_id = ${n}`),
  (id, n) => set(id, `dataset_id = ${[1, 2, 'null'][n % 3]}, title_en = 'Told here'`),
  (id) => `delete from party where incident_id = ${id}`,
  (id, n) =>
    `insert into party (incident_id, position, actor_id, part, sort_on) select id, 30, ${n}, 'mediator', sort_on from incident where id = ${id} on conflict do nothing`,
  (id) => `delete from site where incident_id = ${id}`,
  (id, n) =>
    `insert into site (incident_id, position, kind, place_id, precision) values (${id}, 30, 'quarry', ${n}, 'near') on conflict do nothing`,
  (id, n) =>
    `insert into incident_link (from_id, to_id, kind) values (${id}, ${id === n ? n + 1 : n}, 'duplicate-of') on conflict do nothing`,
  (id) => `delete from incident_report where incident_id = ${id}`,
]

/** What is kept comes to be what is read anew, and stays it. */
async function follows(): Promise<PublishedFacts> {
  kept = await publishedNow(kept)
  const anew = await publishedNow(null)
  expect(kept.facts).toEqual(anew.facts)
  expect(digestOf(kept.facts)).toBe(digestOf(anew.facts))
  expect(kept.state).toBe(anew.state)
  return kept
}

describe('what everybody may read, brought up by what changed', () => {
  it.each([
    set(open, `kind = 'air-strike', killed_low = 1, killed_best = 2, killed_high = 3`),
    set(open, `start_on = '2031-01-01', end_on = '2031-01-01', sort_on = '2031-01-01'`),
    set(open, 'place_id = 27, lat = 1.5, lon = 2.5'),
    `insert into dataset (id, slug, name, version, licence, attribution) values (9, 'a-new-set', 'New', '1', 'CC0', 'Nobody')`,
    set(open, 'dataset_id = 9'),
    set(open, `dataset_id = null, title_en = 'Told here'`),
    `delete from figure where incident_id = ${open}`,
    `delete from party where incident_id = ${open}`,
    `insert into party (incident_id, position, actor_id, part, sort_on) select id, 8, 3, 'mediator', sort_on from incident where id = ${open}`,
    `insert into site (incident_id, position, kind, place_id, precision) values (${open}, 8, 'quarry', 3, 'near')`,
    `insert into incident_link (from_id, to_id, kind) values (${open}, ${other}, 'duplicate-of')`,
    `delete from incident_link where from_id = ${open} or to_id = ${open}`,
    `update actor_name set name = 'Another' where actor_id = 3`,
    `update place_name set name = 'Elsewhere' where place_id = 27`,
    `delete from actor_relation where actor_id = 3`,
    `insert into setting (key, value) values ('withheld-figures', '"say-so"')`,
  ])('is what is read anew after: %s', async (sql) => {
    await run(sql)
    await follows()
  })

  it.each([
    ['deleted_at = now()', 'deleted_at = null'],
    [`status = 'withdrawn'`, `status = 'published'`],
    [`visibility = 'team'`, `visibility = 'everyone'`],
    [`visibility = 'named', named = '{amal}'`, `visibility = 'everyone', named = '{}'`],
    [`embargo = '2099-01-01'`, 'embargo = null'],
  ])('holds nothing that is taken back by %s', async (away, back) => {
    await run(set(third, away))
    expect(whole((await follows()).facts).id).not.toContain(third)
    await run(set(third, back))
    expect(whole((await follows()).facts).id).toContain(third)
  })

  it('is that after many edits, told of at once or one by one', async () => {
    for (const [n, { id }] of world.incidents.entries()) {
      await run(
        set(
          id,
          n % 3 === 0
            ? `visibility = 'team'`
            : `killed_low = ${n}, killed_best = ${n}, killed_high = ${n}, place_id = ${1 + (n % 27)}`,
        ),
      )
      if (n % 10 === 0) kept = await publishedNow(kept)
    }
    await follows()
  })

  it('is that after any edits', async () => {
    const ids = fc.constantFrom(...world.incidents.map(({ id }) => id))
    const edits = fc.array(fc.tuple(ids, fc.nat(what.length - 1), fc.integer({ min: 1, max: 16 })), {
      minLength: 1,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(edits, async (drawn) => {
        for (const [id, at, n] of drawn) await run(what[at]?.(id, n) ?? '')
        await follows()
      }),
      { numRuns: 40 },
    )
  })

  it('is the same where nothing changed for everybody', async () => {
    const before = kept.facts
    await run(set(other, `visibility = 'team'`))
    await follows()
    const without = kept.facts
    expect(without).not.toBe(before)
    await run(set(other, `kind = 'mob-violence'`))
    expect(kept.state).not.toBe((await publishedNow(kept)).state)
    // It is told as gone again, which changes nothing.
    expect((await publishedNow(kept)).facts).toEqual(without)
  })
})

it('has one version for whoever reads the same, however it came to be', async () => {
  if (!nobody || !analyst) throw new Error('nobody to read')
  await run(
    set(open, `visibility = 'everyone', status = 'published', deleted_at = null, kind = 'air-strike'`),
  )
  const before = await readPublishedFacts(nobody)
  await run(set(open, `kind = 'mob-violence'`))
  const after = await readPublishedFacts(analyst)
  expect(after.version).not.toBe(before.version)
  expect((await readFacts(nobody)).version).toBe(after.version)
  await run(set(open, `kind = 'air-strike'`))
  expect((await readPublishedFacts(nobody)).version).toBe(before.version)
})
