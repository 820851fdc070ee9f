import { beforeAll, describe, expect, it } from 'vitest'
import { randomWorld } from '@/lib/analysis/random-world.test-kit'
import { storeWorld } from '@/lib/db/store-world.test-kit'
import { freshDatabase } from '@/lib/db/test-database'
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

/** What is kept comes to be what is read anew, and stays it. */
async function follows(): Promise<PublishedFacts> {
  kept = await publishedNow(kept)
  const anew = await publishedNow(null)
  expect(kept.facts).toEqual(anew.facts)
  expect(kept.state).toBe(anew.state)
  return kept
}

describe('what everybody may read, brought up by what changed', () => {
  it.each([
    set(open, `kind = 'air-strike', killed_low = 1, killed_best = 2, killed_high = 3`),
    set(open, `start_on = '2031-01-01', end_on = '2031-01-01', sort_on = '2031-01-01'`),
    set(open, 'place_id = 27, lat = 1.5, lon = 2.5'),
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
    expect((await follows()).facts.id).not.toContain(third)
    await run(set(third, back))
    expect((await follows()).facts.id).toContain(third)
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
  await run(set(open, `visibility = 'everyone'`))
  const before = await readPublishedFacts(nobody)
  await run(set(open, `kind = 'mob-violence'`))
  const after = await readPublishedFacts(analyst)
  expect(after.version).not.toBe(before.version)
  expect((await readFacts(nobody)).version).toBe(after.version)
  await run(set(open, `kind = 'air-strike'`))
  expect((await readPublishedFacts(nobody)).version).toBe(before.version)
})
