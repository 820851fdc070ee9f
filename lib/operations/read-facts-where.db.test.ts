import { beforeAll, expect, it } from 'vitest'
import { keeper, type Viewer } from '@/lib/access/viewer'
import { NO_POINT } from '@/lib/analysis/facts/facts'
import { decodeFacts } from '@/lib/analysis/facts/wire'
import { freshDatabase } from '@/lib/db/test-database'
import { type LogInput, logDraft } from '@/lib/incident/log-draft'
import { type Registry, seedRegistry } from './log-draft.test-kit'
import { readFacts } from './read-facts'
import { recordLog } from './record-log'
import { person, readers, team } from './withheld.test-kit'

const { prisma } = await freshDatabase()
const nadia = person('nadia', 'analyst')
let registry: Registry
let division: { id: number }

beforeAll(async () => {
  registry = await seedRegistry(prisma)
  const { country, derna } = registry
  division = await prisma.place.create({
    data: { key: 'division', kind: 'division', country: 'LY', parentId: country.id, lat: 32.5, lon: 22.5 },
  })
  await prisma.place.update({ where: { id: division.id }, data: { path: [country.id, division.id] } })
  await prisma.place.update({ where: { id: derna.id }, data: { path: [country.id, division.id, derna.id] } })
})

async function record(where: object): Promise<number> {
  const log: unknown = {
    reports: [{ key: 'r', outlet: 'Al-Wasat', language: 'en' }],
    statements: [],
    incidents: [
      {
        ...{ key: 'a', title: { en: 'A strike' }, summary: {}, kind: 'air-strike', claims: [] },
        when: { start: '2017-07-29', end: '2017-07-29', precision: 'day' },
        where: { placeId: registry.derna.id, precision: 'exact', ...where },
      },
    ],
  }
  const [recorded] = await recordLog(nadia, logDraft.parse(log as LogInput))
  const { id } = await prisma.incident.update({
    where: { code: recorded?.code ?? '' },
    data: { status: 'published', visibility: 'everyone' },
  })
  return id
}

async function whereIn(viewer: Viewer, id: number) {
  const facts = decodeFacts(await (await readFacts(viewer)).bytes('identity'))
  const row = facts.id.indexOf(id)
  return {
    ...{ lat: facts.lat[row], lon: facts.lon[row] },
    precision: facts.precisions[facts.precision[row] ?? -1],
    place: facts.places[facts.place[row] ?? -1],
    places: facts.places.map((place) => place.id),
  }
}

it('tells the point, to eleven metres, and what is of the place', async () => {
  const own = await record({ point: { lat: 32.7654321, lon: 22.6123456 }, precision: 'near' })
  for (const viewer of [keeper, ...readers, ...team])
    expect(await whereIn(viewer, own)).toMatchObject({
      ...{ lat: 327_654, lon: 226_123, precision: 'near' },
      place: { id: registry.derna.id, kind: 'city', country: 'LY' },
    })
  await prisma.incident.update({ where: { id: own }, data: { lat: null, lon: null } })
  expect(await whereIn(keeper, own)).toMatchObject({ lat: NO_POINT, lon: NO_POINT })
  await prisma.incident.update({ where: { id: own }, data: { deletedAt: new Date(0) } })
})

it('tells nobody the place and point of a protected one: its row has the mask', async () => {
  const own = { phrase: 'a yard', protection: 'protected', point: { lat: 32.7654321, lon: 22.6123456 } }
  const hidden = await record(own)
  for (const viewer of [keeper, nadia, ...readers, ...team])
    expect(await whereIn(viewer, hidden)).toEqual({
      ...{ lat: 325_000, lon: 225_000, precision: 'province' },
      place: expect.objectContaining({ id: division.id, kind: 'division' }),
      places: [registry.country.id, division.id].sort((a, b) => a - b),
    })
})
