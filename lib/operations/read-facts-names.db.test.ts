import { beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/viewer'
import { dayNumber, NO_DAY } from '@/lib/analysis/facts/facts'
import { decodeFacts } from '@/lib/analysis/facts/wire'
import { emptyFilter } from '@/lib/analysis/filter'
import { plainView } from '@/lib/analysis/view'
import { freshDatabase } from '@/lib/db/test-database'
import { type LogInput, logDraft } from '@/lib/incident/log-draft'
import { addActor } from './add-actor'
import { addPlace } from './add-place'
import { incidentsWithIds } from './incidents-with-ids'
import { type Registry, seedRegistry } from './log-draft.test-kit'
import { matchingIds } from './matching-ids'
import { readFacts } from './read-facts'
import { recordLog } from './record-log'
import { summarise } from './summarise'
import { person, readers, team } from './withheld.test-kit'

/* Names of what is known only from hidden incidents stand nowhere in the bytes; episodes add what they add in SQL. */

const { prisma } = await freshDatabase()
const nadia = person('nadia', 'analyst')
const HIDDEN = 'Qanarya'
let registry: Registry

beforeAll(async () => {
  registry = await seedRegistry(prisma)
})

const killed = (point: number) => ({ subject: 'casualties', outcome: 'killed', operator: 'exactly', point })

const incident = (key: string, more: object) => ({
  ...{ key, title: { en: `Strike ${key}` }, summary: {}, kind: 'air-strike', means: ['drone', 'artillery'] },
  when: { start: '2017-07-29', end: '2017-07-29', precision: 'day' },
  where: { placeId: registry.derna.id, precision: 'near' },
  parties: [{ key: 'p', actorId: registry.karama.id, part: 'target' }],
  ...more,
})

/** Two incidents and what is told of both; the first at a place of its own, by an actor of its own. */
async function record(place: number, actor: number): Promise<[string, string]> {
  const log = logDraft.parse({
    reports: [{ key: 'r', outlet: 'Al-Wasat', language: 'en', visibility: 'everyone' }],
    statements: [{ key: 's', channel: 'outlet', citedBy: ['r'], visibility: 'everyone' }],
    incidents: [
      incident('a', {
        where: { placeId: place, precision: 'near' },
        parties: [{ key: 'p', actorId: actor, part: 'target' }],
      }),
      incident('b', {
        claims: [{ key: 'k', statement: 's', report: 'r', says: killed(2), visibility: 'everyone' }],
      }),
    ],
    episodes: [
      {
        ...{ key: 'e', title: { en: 'Both' }, incidents: ['a', 'b'] },
        claims: [{ key: 'n', statement: 's', report: 'r', says: killed(9), visibility: 'everyone' }],
      },
    ],
  } as LogInput)
  const [a, b] = await recordLog(nadia, log)
  return [a?.code ?? '', b?.code ?? '']
}

async function bytesFor(viewer: Viewer): Promise<Uint8Array> {
  return await (await readFacts(viewer)).bytes('identity')
}

const publish = (code: string, hidden: object = {}) =>
  prisma.incident.update({
    where: { code },
    data: { status: 'published', visibility: 'everyone', ...hidden },
  })

it('holds no name that only a hidden incident tells, and leads past a hidden actor to what it was part of', async () => {
  const names = (name: string) => ({ ar: null, en: name })
  const whole = await addActor(nadia, {
    names: names(`${HIDDEN} whole`),
    kind: 'rebel-group',
    country: null,
    partOf: registry.shura.id,
  })
  const part = await addActor(nadia, {
    names: names(`${HIDDEN} part`),
    kind: 'rebel-group',
    country: null,
    partOf: whole,
  })
  const place = await addPlace(nadia, {
    ...{ names: names(`${HIDDEN} yard`), kind: 'site', parentId: registry.derna.id, point: null },
  })
  await prisma.actorRelation.updateMany({
    where: { actorId: part },
    data: { startedOn: new Date('2017-01-01'), endedOn: null },
  })
  const [a, b] = await record(place, part)
  const [aId, bId] = await idsOf([a, b])
  await prisma.incidentLink.create({ data: { fromId: bId, toId: aId, kind: 'retaliation-for' } })
  await publish(a, { visibility: 'team' })
  await publish(b)
  for (const viewer of readers) {
    const bytes = await bytesFor(viewer)
    expect(decodeFacts(bytes)).toMatchObject({
      episodes: [],
      partOf: [],
      actors: [{ id: registry.karama.id }],
    })
    expect(Buffer.from(bytes).toString('latin1')).not.toContain(HIDDEN)
    const listed = await incidentsWithIds(viewer, [aId, bId])
    expect(listed.map(({ code, links }) => ({ code, links }))).toEqual([{ code: b, links: [] }])
    expect(await matchingIds(viewer, 'strike')).toEqual(listed.map(({ id }) => id))
    expect(await matchingIds(viewer, HIDDEN)).toEqual([])
  }
  for (const viewer of team)
    expect(Buffer.from(await bytesFor(viewer)).toString('latin1')).toContain(`${HIDDEN} whole`)

  await publish(a)
  for (const viewer of [...readers, ...team]) {
    expect((await incidentsWithIds(viewer, [aId, bId])).map(({ links }) => links)).toEqual([
      [{ kind: 'retaliation-for', way: 'in', other: bId }],
      [{ kind: 'retaliation-for', way: 'out', other: aId }],
    ])
    const facts = decodeFacts(await bytesFor(viewer))
    const { episodes, casualties } = await summarise(viewer, emptyFilter, plainView).then((told) => ({
      episodes: told.episodes,
      casualties: told.episodes.casualties,
    }))
    expect(facts.episodes).toEqual([{ incidents: expect.anything(), casualties }])
    expect(episodes).toMatchObject({ count: 1, casualties: { killed: { best: 7 } } })
    const means = [...facts.attacks.mean].map((mean) => facts.means[mean])
    expect(means).toEqual(['drone', 'artillery', 'drone', 'artillery'])
    const from = dayNumber('2017-01-01')
    const isTeam = team.includes(viewer)
    expect(facts.partOf).toEqual(
      isTeam
        ? expect.arrayContaining([
            { actor: part, whole, from, until: NO_DAY },
            { actor: whole, whole: registry.shura.id, from: NO_DAY, until: NO_DAY },
          ])
        : [{ actor: part, whole: registry.shura.id, from, until: NO_DAY }],
    )
    expect(facts.actors.some(({ id }) => id === whole)).toBe(isTeam)
  }
})

async function idsOf([a, b]: string[]): Promise<[number, number]> {
  const of = async (code = '') => (await prisma.incident.findUniqueOrThrow({ where: { code } })).id
  return [await of(a), await of(b)]
}

it('gives incidents in the order asked, each once', async () => {
  const all = await prisma.incident.findMany({ select: { id: true, code: true }, orderBy: { id: 'desc' } })
  const ids = all.map(({ id }) => id)
  const listed = await incidentsWithIds(nadia, [...ids, 2_000_000_000, ...ids])
  expect(listed.map(({ id }) => id)).toEqual(ids)
  expect(listed.map(({ code }) => code)).toEqual(all.map(({ code }) => code))
})
