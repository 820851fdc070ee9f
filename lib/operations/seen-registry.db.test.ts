import { beforeAll, describe, expect, it } from 'vitest'
import type { Anonymous, Viewer } from '@/lib/access/viewer'
import { emptyFilter } from '@/lib/analysis/filter'
import { plainView } from '@/lib/analysis/view'
import { freshDatabase } from '@/lib/db/test-database'
import { type LogInput, logDraft } from '@/lib/incident/log-draft'
import { addActor } from './add-actor'
import { addPlace } from './add-place'
import { findDuplicates } from './find-duplicates'
import { findActors, findPlaces, namedActors, namedPlaces } from './find-names'
import { listIncidents } from './list-incidents'
import { type Registry, seedRegistry } from './log-draft.test-kit'
import { recordLog } from './record-log'
import { summarise } from './summarise'
import { person, readers } from './withheld.test-kit'

/* Places and actors that people add tell of what they were added for: who does not see that, does not see them. */

const { prisma } = await freshDatabase()
const nadia = person('nadia', 'analyst')
const omar = person('omar', 'analyst')
const karim = person('karim', 'contributor')
const nobody: Anonymous = { kind: 'anonymous', name: '', sees: 'published' }
const NOT_THERE = 1_999_999_999
let registry: Registry

beforeAll(async () => {
  registry = await seedRegistry(prisma)
})

const place = (viewer: Viewer, name: string, parentId = registry.derna.id) =>
  addPlace(viewer, { names: { ar: null, en: name }, kind: 'site', parentId, point: { lat: 32.7, lon: 22.6 } })
const actor = (viewer: Viewer, name: string, partOf: number | null = null) =>
  addActor(viewer, { names: { ar: null, en: name }, kind: 'rebel-group', country: null, partOf })

/** A log whose every part may name what was added. */
function log({ at = registry.derna.id, site, told, party, speaker, ...more }: Named): LogInput {
  const casualties = { subject: 'casualties', outcome: 'killed', operator: 'exactly', point: 1 }
  return {
    reports: [{ key: 'r', outlet: 'Al-Wasat', language: 'en' }],
    statements: [{ key: 's', channel: 'interview', actorId: speaker ?? registry.shura.id, citedBy: ['r'] }],
    incidents: [
      {
        ...{ key: 'a', title: { en: 'A raid' }, summary: {}, kind: 'air-strike' },
        when: { start: '2017-07-29', end: '2017-07-29', precision: 'day' },
        where: {
          ...{ placeId: at, precision: 'exact', protection: more.protection ?? 'none' },
          sites: site ? [{ key: 'p', kind: 'school', name: {}, placeId: site, precision: 'exact' }] : [],
        },
        parties: party ? [{ key: 'q', actorId: party, part: 'target' }] : [],
        claims: [
          { key: 'k', statement: 's', report: 'r', says: casualties },
          ...(told ? [{ key: 'w', statement: 's', says: { subject: 'where', placeId: told } }] : []),
        ],
        ...more.incident,
      },
    ],
  } as LogInput
}

interface Named {
  at?: number
  site?: number
  told?: number
  party?: number
  speaker?: number
  protection?: 'protected'
  incident?: object
}

async function published(named: Named): Promise<string> {
  const [row] = await recordLog(nadia, logDraft.parse(log(named)))
  const code = row?.code ?? ''
  await prisma.incident.update({ where: { code }, data: { status: 'published' } })
  return code
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { kind: string; problems: { code: string }[] }) => [
      error.kind,
      error.problems.map(({ code }) => code),
    ],
  )

/** What every door says of a place: its names, and what becomes of naming it. */
async function toldOfPlace(viewer: Viewer, id: number, name: string) {
  const filter = { ...emptyFilter, places: [id] }
  return {
    found: (await findPlaces(viewer, name)).filter((entry) => entry.id === id).length,
    named: (await namedPlaces(viewer, [id])).length,
    list: await refusal(listIncidents(viewer, filter, plainView)),
    summary: await refusal(summarise(viewer, { ...emptyFilter, primaryPlaces: [id] }, plainView)),
  }
}

async function toldOfActor(viewer: Viewer, id: number, name: string) {
  return {
    found: (await findActors(viewer, name)).filter((entry) => entry.id === id).length,
    named: (await namedActors(viewer, [id])).length,
    list: await refusal(listIncidents(viewer, { ...emptyFilter, actors: [id] }, plainView)),
    summary: await refusal(summarise(viewer, { ...emptyFilter, parties: [id] }, plainView)),
  }
}

const known = { found: 1, named: 1, list: 'done', summary: 'done' }
const unknown = (what: 'actor' | 'place') => {
  const refused = ['invalid', [`filter-${what}-unknown`]]
  return { found: 0, named: 0, list: refused, summary: refused }
}

describe('a place that somebody added', () => {
  it('is the team’s and its author’s, and to others as one that there is not', async () => {
    const mine = await place(karim, 'Qanarya yard')
    const theirs = await place(nadia, 'Qanarya cellar')
    expect(await toldOfPlace(omar, mine, 'qanarya yard')).toEqual(known)
    expect(await toldOfPlace(karim, mine, 'qanarya yard')).toEqual(known)
    for (const viewer of readers)
      expect(await toldOfPlace(viewer, theirs, 'qanarya cellar')).toEqual(unknown('place'))
    expect(await toldOfPlace(nobody, NOT_THERE, 'qanarya')).toEqual(unknown('place'))
    // The gazetteer stays open to everybody.
    for (const viewer of readers) expect(await toldOfPlace(viewer, registry.derna.id, 'derna')).toEqual(known)
  })

  it('is told to whoever reads an incident that names it, as its place, a site or in a claim', async () => {
    const [at, site, told] = [
      await place(nadia, 'Qanat one'),
      await place(nadia, 'Qanat two'),
      await place(nadia, 'Qanat three'),
    ]
    const code = await published({ at, site, told })
    const all = [
      [at, 'qanat one'],
      [site, 'qanat two'],
      [told, 'qanat three'],
    ] as const
    for (const [id, name] of all) expect(await toldOfPlace(nobody, id, name)).toEqual(known)

    for (const hidden of [
      { status: 'draft' },
      { visibility: 'team' },
      { embargo: new Date('2999-01-01') },
      { deletedAt: new Date() },
    ]) {
      const before = await prisma.incident.findUniqueOrThrow({ where: { code } })
      await prisma.incident.update({ where: { code }, data: hidden })
      for (const [id, name] of all) expect(await toldOfPlace(nobody, id, name)).toEqual(unknown('place'))
      const { status, visibility, embargo, deletedAt } = before
      await prisma.incident.update({ where: { code }, data: { status, visibility, embargo, deletedAt } })
    }
    await prisma.claim.updateMany({ where: { subject: 'where' }, data: { visibility: 'team' } })
    expect(await toldOfPlace(nobody, told, 'qanat three')).toEqual(unknown('place'))
    expect(await toldOfPlace(nobody, at, 'qanat one')).toEqual(known)
  })

  it('is not named by an incident that protects it, wherever it stands in that', async () => {
    const [at, site, told] = [
      await place(nadia, 'Safe one'),
      await place(nadia, 'Safe two'),
      await place(nadia, 'Safe three'),
    ]
    await published({ at, site, told, protection: 'protected' })
    for (const [id, name] of [
      [at, 'safe one'],
      [site, 'safe two'],
      [told, 'safe three'],
    ] as const)
      expect(await toldOfPlace(nobody, id, name)).toEqual(unknown('place'))
    expect(await toldOfPlace(omar, at, 'safe one')).toEqual(known)
  })

  it('cannot be had by naming it in one’s own record, nor by looking around it', async () => {
    const secret = await place(nadia, 'Hidden well')
    const record = (id: number) => refusal(recordLog(karim, logDraft.parse(log({ at: id }))))
    expect(await record(secret)).toEqual(['invalid', ['place-unknown']])
    expect(await record(secret)).toEqual(await record(NOT_THERE))
    expect(await refusal(place(karim, 'Below it', secret))).toEqual(
      await refusal(place(karim, 'Below it', NOT_THERE)),
    )
    const like = { key: 'k', code: null, start: '2017-07-29', end: '2017-07-29', actors: [] }
    expect((await findDuplicates(karim, [{ ...like, placeId: registry.derna.id }]))[0]?.matches).not.toEqual(
      [],
    )
    expect((await findDuplicates(karim, [{ ...like, placeId: secret }]))[0]?.matches).toEqual([])
  })

  it('is no parent of what is told of a place below it', async () => {
    const above = await place(nadia, 'Hidden quarter')
    const below = await place(nadia, 'Known mosque', above)
    await published({ at: below })
    const parents = async (viewer: Viewer) =>
      (await namedPlaces(viewer, [below]))[0]?.parents.map(({ names }) => names.en)
    expect(await parents(nobody)).toEqual(['Derna', 'Libya'])
    expect(await parents(omar)).toEqual(['Hidden quarter', 'Derna', 'Libya'])
  })
})

describe('an actor that somebody added', () => {
  it('is the team’s, its author’s, and theirs who read of it as a party or a speaker', async () => {
    const [mine, party, speaker] = [
      await actor(karim, 'Qabil'),
      await actor(nadia, 'Qadir'),
      await actor(nadia, 'Qamar'),
    ]
    const all = [
      [party, 'qadir'],
      [speaker, 'qamar'],
    ] as const
    expect(await toldOfActor(karim, mine, 'qabil')).toEqual(known)
    for (const [id, name] of all) {
      expect(await toldOfActor(omar, id, name)).toEqual(known)
      for (const viewer of readers) expect(await toldOfActor(viewer, id, name)).toEqual(unknown('actor'))
    }
    const code = await published({ party, speaker })
    for (const [id, name] of all) expect(await toldOfActor(nobody, id, name)).toEqual(known)
    await prisma.statement.updateMany({ where: { actorId: speaker }, data: { visibility: 'team' } })
    expect(await toldOfActor(nobody, speaker, 'qamar')).toEqual(unknown('actor'))
    await prisma.incident.update({ where: { code }, data: { deletedAt: new Date() } })
    expect(await toldOfActor(nobody, party, 'qadir')).toEqual(unknown('actor'))
  })

  it('cannot be had by naming it, nor as the whole of another', async () => {
    const secret = await actor(nadia, 'Hidden front')
    const record = (id: number) => refusal(recordLog(karim, logDraft.parse(log({ party: id, speaker: id }))))
    expect(await record(secret)).toEqual(['invalid', ['actor-unknown', 'actor-unknown']])
    expect(await record(secret)).toEqual(await record(NOT_THERE))
    expect(await refusal(actor(karim, 'Part', secret))).toEqual(['invalid', ['parent-unknown']])
    const part = await actor(nadia, 'Known cell', secret)
    await published({ party: part })
    const [seen] = await namedActors(nobody, [part])
    expect(seen?.partOf).toEqual([])
    expect((await namedActors(omar, [part]))[0]?.partOf).toHaveLength(1)
  })
})
