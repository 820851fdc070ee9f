import { beforeAll, describe, expect, it } from 'vitest'
import { keeper, type Viewer } from '@/lib/access/viewer'
import { decodeChanges } from '@/lib/analysis/facts/changes-wire'
import { randomWorld } from '@/lib/analysis/random-world.test-kit'
import { storeWorld } from '@/lib/db/store-world.test-kit'
import { freshDatabase } from '@/lib/db/test-database'
import { type HolderOfFacts, holderOfFacts } from './holder-of-facts.test-kit'
import { factsStateFor, readChanges, watchFacts } from './read-changes'
import { person, readers, team } from './withheld.test-kit'

const { prisma } = await freshDatabase()
const world = randomWorld(11, 120)
const named = person('amal', 'reader')
const [nobody, reader] = readers as [Viewer, Viewer]
const [analyst] = team as [Viewer]
const everybody = { nobody, reader, named, analyst, keeper }
type Who = keyof typeof everybody

/** Incidents that each test may do with as it likes. */
const [open, other, secret, draft] = world.incidents
  .filter(({ deleted }) => !deleted)
  .map(({ id }) => id) as [number, number, number, number]

beforeAll(async () => {
  await storeWorld(prisma, world)
  await prisma.$queryRaw`select setval('incident_id_seq', 1000), setval('party_id_seq', 10000)`
  await prisma.user.create({ data: { id: 'amal', name: 'amal', email: 'amal@example.org', role: 'reader' } })
  const published = { status: 'published', visibility: 'everyone' }
  await prisma.incident.updateMany({ where: { id: { in: [open, other] } }, data: published })
  await prisma.incident.update({ where: { id: secret }, data: { ...published, visibility: 'named' } })
  await prisma.incident.update({ where: { id: draft }, data: { status: 'draft', visibility: 'everyone' } })
})

const run = (...statements: string[]) =>
  prisma.$transaction(async (tx) => {
    for (const sql of statements) await tx.$executeRawUnsafe(sql)
  })

type Told = Awaited<ReturnType<HolderOfFacts['catchUp']>>

/** What each is told of what the statements change; all hold afterwards what they would read anew. */
async function toldOf(...statements: string[]): Promise<Record<Who, Told>> {
  const holders = await Promise.all(
    Object.entries(everybody).map(async ([who, viewer]) => [who, await holderOfFacts(viewer)] as const),
  )
  await run(...statements)
  const told: [string, Told][] = []
  for (const [who, holder] of holders) {
    told.push([who, await holder.catchUp()])
    await holder.holdsAll()
  }
  return Object.fromEntries(told) as Record<Who, Told>
}

const nothing = { changed: [], gone: [] }
const changed = (...ids: number[]) => ({ changed: ids.sort((a, b) => a - b), gone: [] })
const gone = (...ids: number[]) => ({ changed: [], gone: ids.sort((a, b) => a - b) })
const all = <T>(told: T) => ({ nobody: told, reader: told, named: told, analyst: told, keeper: told })
const set = (id: number, what: string) => `update incident set ${what} where id = ${id}`

describe('what each is told since then', () => {
  it('is nothing where nothing changed', async () => expect(await toldOf()).toEqual(all(nothing)))

  it.each([
    set(open, `kind = 'air-strike'`),
    set(open, `killed_low = 1, killed_best = 2, killed_high = 3`),
    `insert into incident_team_facts (incident_id, killed_best) values (${open}, 5)`,
    `delete from incident_team_facts where incident_id = ${open}`,
    `insert into site (incident_id, position, kind, place_id, precision) values (${open}, 8, 'quarry', 3, 'near')`,
    `update site set place_id = 4 where incident_id = ${open}`,
    `insert into party (incident_id, position, actor_id, part, sort_on) select id, 8, 7, 'mediator', sort_on from incident where id = ${open}`,
    `insert into figure (incident_id, party_id, outcome, unit, rule, best, state, basis) select ${open}, max(id), 'killed', 'persons', 1, 4, 'agreed', 'claims' from party where incident_id = ${open} and part = 'mediator'`,
    `delete from figure where incident_id = ${open}`,
    `delete from party where incident_id = ${open}`,
    set(open, `start_on = '2031-01-01', end_on = '2031-01-01', sort_on = '2031-01-01'`),
  ])('is the incident after: %s', async (sql) => expect(await toldOf(sql)).toEqual(all(changed(open))))

  it('is that it is gone when it is deleted, and it again when it is restored', async () => {
    expect(await toldOf(set(open, 'deleted_at = now()'))).toEqual(all(gone(open)))
    expect(await toldOf(set(open, 'deleted_at = null'))).toEqual(all(changed(open)))
  })

  it('is that it is gone only to those whom it is narrowed away from', async () => {
    const kept = { analyst: changed(open), keeper: changed(open) }
    const lost = { nobody: gone(open), reader: gone(open), named: gone(open) }
    expect(await toldOf(set(open, `visibility = 'team'`))).toEqual({ ...lost, ...kept })
    expect(await toldOf(set(open, `visibility = 'everyone'`))).toEqual(all(changed(open)))
    expect(await toldOf(set(open, `status = 'verified'`))).toEqual({ ...lost, ...kept })
    expect(await toldOf(set(open, `status = 'published'`))).toEqual(all(changed(open)))
    expect(await toldOf(set(open, `embargo = '2099-01-01'`))).toEqual({ ...lost, ...kept })
    expect(await toldOf(set(open, `embargo = null`))).toEqual(all(changed(open)))
  })

  it('is nothing of what they never could read, whatever is done to it', async () => {
    const onlyKeeper = (told: Told) => ({ ...all(nothing), keeper: told })
    expect(await toldOf(set(secret, `kind = 'mob-violence'`))).toEqual(onlyKeeper(changed(secret)))
    expect(
      await toldOf(
        `insert into party (incident_id, position, actor_id, part, sort_on) select id, 8, 7, 'bystander', sort_on from incident where id = ${secret}`,
      ),
    ).toEqual(onlyKeeper(changed(secret)))
    expect(await toldOf(set(secret, 'deleted_at = now()'))).toEqual(onlyKeeper(gone(secret)))
    expect(await toldOf(set(secret, 'deleted_at = null'))).toEqual(onlyKeeper(changed(secret)))
    expect(await toldOf(set(secret, `named = '{amal}'`))).toEqual({
      ...onlyKeeper(changed(secret)),
      named: changed(secret),
    })
    expect(await toldOf(set(secret, `named = '{}'`))).toEqual({
      ...onlyKeeper(changed(secret)),
      named: gone(secret),
    })
    const ofTeam = { ...all(nothing), analyst: changed(draft), keeper: changed(draft) }
    expect(await toldOf(set(draft, `kind = 'mob-violence'`))).toEqual(ofTeam)
  })

  it('is nothing of what was to be read only within one transaction', async () => {
    expect(
      await toldOf(set(draft, `status = 'published'`), set(draft, `status = 'draft', deleted_at = now()`)),
    ).toEqual({ ...all(nothing), analyst: gone(draft), keeper: gone(draft) })
    const [row] = await prisma.$queryRaw<{ id: number }[]>`
      insert into incident (code, title_en, kind, start_on, end_on, when_open, sort_on, when_precision, place_id, where_precision, means, status,
        visibility)
      select 'LY-2017-NEWONE', 'New', kind, start_on, end_on, when_open, sort_on, when_precision, place_id, where_precision, '{}', 'published',
        'everyone' from incident where id = ${open} returning id`
    expect(await toldOf(`delete from incident where id = ${row?.id}`)).toEqual(all(gone(row?.id ?? 0)))
    const insert = `insert into incident (id, code, title_en, kind, start_on, end_on, when_open, sort_on, when_precision, place_id, where_precision, means,
      status, visibility) select 9999, 'LY-2017-NEXTONE', 'New', kind, start_on, end_on, when_open, sort_on, when_precision, place_id,
      where_precision, '{}', 'published', 'everyone' from incident where id = ${open}`
    expect(await toldOf(insert, set(9999, `visibility = 'named'`))).toEqual({
      ...all(nothing),
      keeper: changed(9999),
    })
  })

  it('is both ends of a link, as far as they read them', async () => {
    const both = all(changed(open, other))
    const link = (to: number) =>
      `insert into incident_link (from_id, to_id, kind) values (${open}, ${to}, 'duplicate-of')`
    await run(`delete from incident_link`)
    expect(await toldOf(link(other))).toEqual(both)
    expect(await toldOf(link(secret))).toEqual({ ...all(changed(open)), keeper: changed(open, secret) })
    expect(await toldOf(set(other, `visibility = 'named'`))).toEqual({
      ...all(gone(other)),
      keeper: changed(other),
    })
    expect(await toldOf(set(other, `visibility = 'everyone'`))).toEqual(all(changed(other)))
    expect((await toldOf('delete from incident_link')).nobody).toEqual(changed(open, other))
  })

  it('is all incidents of an episode whose claims, or what these rest on, changed', async () => {
    await run(
      `insert into episode (id, title_en) values (1, 'Both')`,
      `insert into report (id, outlet, agencies, language, visibility) values (1, 'Al-Wasat', '{}', 'en', 'everyone')`,
      `insert into statement (id, channel, visibility) values (1, 'outlet', 'everyone')`,
      `insert into citation (statement_id, report_id) values (1, 1)`,
    )
    const both = all(changed(open, other))
    expect(
      await toldOf(
        ...[open, other].map(
          (id) => `insert into episode_incident (episode_id, incident_id) values (1, ${id})`,
        ),
      ),
    ).toEqual(both)
    const claim = `insert into claim (episode_id, statement_id, subject, outcome, unit, basis, operator, point, visibility)
      values (1, 1, 'casualties', 'killed', 'persons', 'total', 'exactly', 12, 'everyone')`
    expect(await toldOf(claim)).toEqual(both)
    expect(await toldOf(`update statement set visibility = 'named' where id = 1`)).toEqual(both)
    expect(await toldOf(`update statement set visibility = 'everyone' where id = 1`)).toEqual(both)
    expect(await toldOf(`update report set visibility = 'team' where id = 1`)).toEqual(both)
    expect(await toldOf(set(other, `visibility = 'named'`))).toEqual({
      ...all(gone(other)),
      keeper: changed(other),
    })
    expect(await toldOf(set(other, `visibility = 'everyone'`))).toEqual(all(changed(other)))
    expect(await toldOf(`delete from claim`)).toEqual(both)
  })

  it.each([
    `update place_name set name = 'Elsewhere' where place_id = 1`,
    `insert into place_name (place_id, lang, name, folded) values (1, 'ar', 'درنة', 'درنة')`,
    `update actor_name set name = 'Another' where actor_id = 1`,
    `delete from actor_relation where actor_id = 2`,
    `insert into setting (key, value) values ('withheld-figures', '"say-so"')`,
    `update dataset set slug = 'c-set' where id = 2`,
    `update incident set version = version`,
    `truncate figure`,
  ])('is to read all anew after: %s', async (sql) => {
    if (sql.includes('version = version')) await prisma.$executeRawUnsafe(manyMore)
    expect(await toldOf(sql)).toEqual(all(null))
  })

  it('is nothing of a place or an actor that is new', async () => {
    expect(
      await toldOf(
        `insert into place (id, key, kind, path) values (900, 'own:900', 'area', '{900}')`,
        `insert into place_name (place_id, lang, name, folded) values (900, 'en', 'New', 'new')`,
        `insert into actor (id, key, kind) values (900, 'own:900', 'unknown')`,
        `insert into actor_name (actor_id, lang, name, folded) values (900, 'en', 'New', 'new')`,
      ),
    ).toEqual(all(nothing))
    expect(await toldOf(set(open, 'place_id = 900'))).toEqual(all(changed(open)))
  })
})

const manyMore = `insert into incident (code, title_en, kind, start_on, end_on, when_open, sort_on, when_precision, place_id, where_precision, means, status,
  visibility) select 'LY-2017-M' || lpad(n::text, 5, '0'), 'One of many', 'mob-violence', '2017-01-01', '2017-01-01', 'none', '2017-01-01', 'day', 1, 'exact', '{}', 'published',
  'everyone' from generate_series(1, 400) n`

describe('a state', () => {
  it('is of the viewer that it was given, in their role', async () => {
    const state = await factsStateFor(analyst)
    const anew = async (viewer: Viewer, text: string) =>
      decodeChanges(await readChanges(viewer, text)).changes === null
    expect(await anew(analyst, state)).toBe(false)
    expect(await anew({ ...(analyst as ReturnType<typeof person>), role: 'reader' }, state)).toBe(true)
    expect(await anew(reader, state)).toBe(true)
    for (const text of [
      '',
      'x',
      state.slice(0, -2),
      `${state.slice(0, 30)}A${state.slice(31)}`,
      '1:1:',
      'é'.repeat(99),
    ])
      expect(await anew(analyst, text)).toBe(true)
  })

  it('tells nothing by itself', async () => {
    const states = [await factsStateFor(reader), await factsStateFor(reader)]
    expect(new Set(states).size).toBe(2)
    expect(Buffer.from(states[0] ?? '', 'base64url').toString('latin1')).not.toMatch(/snapshot|\d:\d/)
  })
})

describe('whoever watches', () => {
  it('is told of changes that concern them, and of no others', async () => {
    const [watchReader, watchTeam] = [await watchFacts(), await watchFacts()]
    const looked = async () => [await watchReader(reader), await watchTeam(analyst)]
    expect(await looked()).toEqual([false, false])
    await run(set(secret, `kind = 'mob-violence'`))
    expect(await looked()).toEqual([false, false])
    await run(set(other, `status = 'draft'`))
    expect(await looked()).toEqual([true, true])
    await run(set(other, `kind = 'mob-violence'`))
    expect(await looked()).toEqual([false, true])
    await run(set(other, `status = 'published'`))
    expect(await looked()).toEqual([true, true])
    await run(`update place_name set name = 'Where' where place_id = 2`)
    expect(await looked()).toEqual([true, true])
    expect(await looked()).toEqual([false, false])
  })
})

it('keeps what was changed for a day’s half, and no longer', async () => {
  await run(set(open, `kind = 'mob-violence'`))
  await run(`update facts_change set at = now() - interval '13 hours'`)
  await run(set(other, `kind = 'mob-violence'`))
  const rows = await prisma.factsChange.findMany()
  expect(rows.map(({ incidentId }) => incidentId)).toEqual([other])
})
