import { beforeAll, describe, expect, it } from 'vitest'
import { keeper, type Viewer } from '@/lib/access/viewer'
import { randomWorld } from '@/lib/analysis/random-world.test-kit'
import { factsState } from '@/lib/db/facts-version'
import { storeWorld } from '@/lib/db/store-world.test-kit'
import { freshDatabase } from '@/lib/db/test-database'
import { readFacts } from './read-facts'
import { readers, team } from './withheld.test-kit'

const { prisma } = await freshDatabase()
const world = randomWorld(7, 60)
const [reader] = readers as [Viewer]
const [analyst] = team as [Viewer]

beforeAll(async () => {
  await storeWorld(prisma, world)
  await prisma.user.create({ data: { id: 'amal', name: 'amal', email: 'amal@example.org', role: 'reader' } })
})

const state = () => factsState(prisma)
const versionFor = async (viewer: Viewer) => (await readFacts(viewer)).version

const changes = [
  `update incident set kind = 'air-strike' where id = 1`,
  `insert into incident_team_facts (incident_id, killed_best) values (1, 5)`,
  `update party set part = 'bystander' where id = 1`,
  `delete from figure where party_id = 1`,
  `update site set place_id = 1`,
  `update place set path = path where id = 1`,
  `update place_name set name = 'Elsewhere' where place_id = 1`,
  `update actor set kind = 'unknown' where id = 1`,
  `update actor_name set name = 'Another' where actor_id = 1`,
  `delete from actor_relation where actor_id = 2`,
  `delete from incident_link`,
  `insert into setting (key, value) values ('withheld-figures', '"say-so"')`,
  `update dataset set slug = 'c-set' where id = 2`,
  `insert into episode (title_en) values ('Both')`,
  `insert into episode_incident (episode_id, incident_id) select id, 1 from episode`,
  `insert into statement (channel) values ('outlet')`,
  `insert into report (outlet, agencies, language) values ('Al-Wasat', '{}', 'en')`,
  `insert into citation (statement_id, report_id) select s.id, r.id from statement s, report r`,
  `insert into claim (episode_id, statement_id, subject, value) select e.id, s.id, 'motive', '{"text": "x"}' from episode e, statement s`,
]

const besides = [
  `insert into comment (incident_id, author, author_name, body) values (1, 'amal', 'amal', 'Who says so?')`,
  `insert into draft (id, owner, document, updated_at) values (gen_random_uuid(), 'amal', '{}', now())`,
  `insert into revision (entity, entity_id, action, by_whom) values ('incident', 1, 'change', 'amal')`,
  `insert into session (id, user_id, token, expires_at) values ('s', 'amal', 't', now())`,
  `insert into throttle (key, points, expire_at) values ('x', 1, now())`,
]

describe('the state of what facts rest on', () => {
  it.each(changes)('is another one after: %s', async (sql) => {
    const before = await state()
    await prisma.$executeRawUnsafe(sql)
    expect(await state()).not.toBe(before)
  })

  it.each(besides)('stays after: %s', async (sql) => {
    const before = await state()
    await prisma.$executeRawUnsafe(sql)
    expect(await state()).toBe(before)
  })

  it('stays after what was taken back, and until a change is committed', async () => {
    const before = await state()
    const change = prisma.$transaction(async (tx) => {
      await tx.incident.update({ where: { id: 2 }, data: { kind: 'air-strike' } })
      expect(await state()).toBe(before)
      throw new Error('taken back')
    })
    await expect(change).rejects.toThrow('taken back')
    expect(await state()).toBe(before)
  })

  it('is another one after each of several that write at once, whichever commits first; none waits for another', async () => {
    const before = await state()
    await prisma.$transaction(async (slow) => {
      await slow.incident.update({ where: { id: 2 }, data: { kind: 'air-strike' } })
      await prisma.incident.update({ where: { id: 3 }, data: { kind: 'air-strike' } })
      expect(await state()).not.toBe(before)
      await prisma.incident.update({ where: { id: 4 }, data: { kind: 'air-strike' } })
    })
    const last = await state()
    expect(new Set([before, last]).size).toBe(2)
    const [row] = await prisma.$queryRaw<{ slots: number }[]>`select count(*)::int slots from facts_version`
    expect(row?.slots).toBeLessThanOrEqual(3)
  })
})

describe('the version of somebody’s facts', () => {
  const rejected = world.incidents.find(({ status, deleted }) => status === 'rejected' && !deleted)?.id ?? 0

  it('names what they say: what is hidden from a reader changes nothing for them', async () => {
    const [readers, teams] = [await versionFor(reader), await versionFor(analyst)]
    await prisma.incident.update({
      where: { id: rejected },
      data: { visibility: 'team', killedLow: 1, killedBest: 4321, killedHigh: 4321 },
    })
    const teamsNow = await versionFor(analyst)
    expect(await versionFor(reader)).toBe(readers)
    expect(teamsNow).not.toBe(teams)
    await prisma.incident.update({
      where: { id: rejected },
      data: { status: 'published', visibility: 'everyone' },
    })
    expect(await versionFor(reader)).not.toBe(readers)
    expect(await versionFor(analyst)).not.toBe(teamsNow)
  })

  it('is one for all who read the same', async () => {
    expect(new Set(await Promise.all(readers.map(versionFor))).size).toBe(1)
    expect(new Set(await Promise.all(team.map(versionFor))).size).toBe(1)
    expect(await versionFor(keeper)).not.toBe(await versionFor(reader))
  })
})
