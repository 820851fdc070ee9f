import { beforeAll, describe, expect, it } from 'vitest'
import { keeper, type Viewer } from '@/lib/access/viewer'
import {
  DISPUTED,
  type Facts,
  type FigureColumns,
  NOT_COLLECTED,
  OPEN,
  WITHHELD,
} from '@/lib/analysis/facts/facts'
import { factsOfWorld } from '@/lib/analysis/facts/facts.test-kit'
import { decodeFacts } from '@/lib/analysis/facts/wire'
import { withMore } from '@/lib/analysis/facts/with-more'
import { emptyFilter } from '@/lib/analysis/filter'
import type { Fact, ListedIncident } from '@/lib/analysis/listed'
import { randomWorld } from '@/lib/analysis/random-world.test-kit'
import { readMoreFacts as moreFactsOf } from '@/lib/db/facts'
import { writeSetting } from '@/lib/db/settings'
import { storeWorld } from '@/lib/db/store-world.test-kit'
import { freshDatabase } from '@/lib/db/test-database'
import { readConsistently } from '@/lib/db/transaction'
import { statuses } from '@/lib/incident/lists'
import { listIncidents } from './list-incidents'
import { publicReader } from './published-facts'
import { readFacts, readMoreFacts, readPublishedFacts } from './read-facts'
import { person, readers, team } from './withheld.test-kit'

const { prisma } = await freshDatabase()
const world = randomWorld(2017, 400)
const named = person('amal', 'reader')
const author = person('karim', 'contributor')
const everybody = [keeper, named, ...readers, ...team]

beforeAll(() => storeWorld(prisma, world))

async function factsFor(viewer: Viewer): Promise<Facts> {
  const { bytes } = await readFacts(viewer)
  return decodeFacts(await bytes('identity'))
}

const sorted = <T>(list: readonly T[]) => list.map((one) => JSON.stringify(one)).sort()

/** The order of what hangs on incidents rarely says nothing. */
const inOneOrder = ({ duplicates, partOf, ...facts }: Facts) => ({
  ...facts,
  duplicates: sorted(duplicates),
  partOf: sorted(partOf),
})

it('tells all of the record to whoever may read all', async () => {
  expect(inOneOrder(await factsFor(keeper))).toEqual(inOneOrder(factsOfWorld(world)))
})

const number = (value: number | undefined) => (value === -1 ? null : value)

function figureAt({ low, best, high, flags }: FigureColumns, row: number) {
  return {
    ...{ low: number(low[row]), best: number(best[row]), high: number(high[row]) },
    open: ((flags[row] ?? 0) & OPEN) > 0,
    notCollected: ((flags[row] ?? 0) & NOT_COLLECTED) > 0,
  }
}

/** A row of the facts in the words of a list. */
function toldAt(facts: Facts, row: number) {
  const { offset } = facts.parties
  const partiesOf = Array.from(
    { length: (offset[row + 1] ?? 0) - (offset[row] ?? 0) },
    (_, k) => (offset[row] ?? 0) + k,
  )
  const flags = facts.flags[row] ?? 0
  return {
    ...{ kind: facts.kinds[facts.kind[row] ?? -1], status: facts.statuses[facts.status[row] ?? -1] },
    place: { ...facts.places[facts.place[row] ?? -1], point: 'is told' },
    dataset: facts.datasets[facts.dataset[row] ?? -1],
    parties: partiesOf.map((at) => ({
      actor: facts.actors[facts.parties.actor[at] ?? -1]?.id,
      part: facts.parts[facts.parties.part[at] ?? -1],
    })),
    ...{ killed: figureAt(facts.killed, row), wounded: figureAt(facts.wounded, row) },
    ...{ disputed: (flags & DISPUTED) > 0, withheld: (flags & WITHHELD) > 0 },
  }
}

const figureOf = ({ low, best, high, open, state }: Fact) => ({
  ...{ low, best, high, open },
  notCollected: state === 'not-collected',
})

const listedAt = ({ place, within, parties, killed, wounded, dataset, ...one }: ListedIncident) => ({
  ...{ kind: one.kind, status: one.status, disputed: one.disputed, withheld: one.withheld },
  ...{ killed: figureOf(killed), wounded: figureOf(wounded), dataset: dataset ?? 'own' },
  place: { ...place, path: [...within.map(({ id }) => id), place.id], point: expect.anything() },
  parties: parties.map(({ actor, part }) => ({ actor, part })),
})

const allOf = async (viewer: Viewer) =>
  await listIncidents(
    viewer,
    { ...emptyFilter, statuses: [...statuses] },
    { order: 'oldest' },
    { limit: 500 },
  ).then(({ incidents }) => incidents)

/** What everybody may read and what the viewer may read more come to what the viewer may read. */
async function addsUp(viewer: Viewer, facts: Facts): Promise<void> {
  const base = await readPublishedFacts(viewer)
  const more = await readMoreFacts(viewer)
  const decoded = decodeFacts(await base.bytes('identity'))
  if (more === null) expect(decoded).toEqual(facts)
  else {
    expect(more.base).toBe(base.version)
    expect(withMore(decoded, decodeFacts(await more.bytes('identity')))).toEqual(facts)
    // Looked up one by one where they are few; here they never are, if none are few.
    const looked = (few?: number) => readConsistently((db) => moreFactsOf(db, viewer, publicReader, few))
    expect(await looked(0)).toEqual(await looked())
  }
}

/** To the last row and figure, and nothing beside them. */
async function tellsWhatListsTell(viewer: Viewer): Promise<Facts> {
  const [facts, listed] = [await factsFor(viewer), await allOf(viewer)]
  expect([...facts.id.keys()].map((row) => toldAt(facts, row))).toEqual(listed.map(listedAt))
  const ids = new Map(world.incidents.map(({ code, id }) => [code, id]))
  expect([...facts.id]).toEqual(listed.map(({ code }) => ids.get(code)))
  const sites = world.incidents.filter(({ id }) => facts.id.includes(id)).flatMap(({ siteIds }) => siteIds)
  const places = [...listed.map(({ place }) => place.id), ...sites]
  const paths = world.places.filter(({ id }) => places.includes(id)).flatMap(({ path }) => path)
  expect(facts.places.map(({ id }) => id)).toEqual([...new Set(paths)].sort((a, b) => a - b))
  expect(sorted(facts.duplicates)).toEqual(
    sorted(world.duplicates.filter(({ from, to }) => facts.id.includes(from) && facts.id.includes(to))),
  )
  await addsUp(viewer, facts)
  return facts
}

describe('the facts of each viewer', () => {
  it('are of the incidents that lists show them, with the same figures', async () => {
    const counts = []
    for (const viewer of everybody) counts.push((await tellsWhatListsTell(viewer)).id.length)
    expect(new Set(counts).size).toBeGreaterThan(2)
  })

  it('say, where that is set, which figures leave out claims', async () => {
    await writeSetting(prisma, 'withheld-figures', 'say-so')
    for (const viewer of everybody) {
      const facts = await tellsWhatListsTell(viewer)
      expect(facts.flags.some((flags) => (flags & WITHHELD) > 0)).toBe(true)
    }
    await prisma.setting.delete({ where: { key: 'withheld-figures' } })
  })

  it('are the team’s own where it knows more, also of parties', async () => {
    const one = world.incidents.find(
      ({ visibility, status, deleted, parties }) =>
        visibility === 'everyone' && status === 'published' && !deleted && parties.length > 0,
    )
    if (!one) throw new Error('the world has no such incident')
    const [party] = one.parties
    await prisma.incidentTeamFacts.create({
      data: { incidentId: one.id, killedLow: 70, killedBest: 77, killedHigh: 99 },
    })
    const figure = {
      incidentId: one.id,
      partyId: party?.id ?? 0,
      outcome: 'killed',
      unit: 'persons',
      rule: 1,
    }
    await prisma.figure.deleteMany({ where: { partyId: figure.partyId } })
    for (const [audience, best] of [
      ['readers', 5],
      ['team', 66],
    ] as const)
      await prisma.figure.create({ data: { ...figure, audience, best, state: 'agreed', basis: 'claims' } })
    const bestFor = async (viewer: Viewer) => {
      const facts = await tellsWhatListsTell(viewer)
      const row = facts.id.indexOf(one.id)
      return [facts.killed.best[row], facts.parties.killed.best[facts.parties.offset[row] ?? -1]]
    }
    for (const viewer of team) expect(await bestFor(viewer)).toEqual([77, 66])
    for (const viewer of readers) expect(await bestFor(viewer)).toEqual([one.killed.best ?? -1, 5])
  })

  it('are shared by those who read what is published, and by nobody who reads more', async () => {
    const [nobody, reader] = readers
    const shared = await readFacts(nobody as Viewer)
    expect(shared.isPublished).toBe(true)
    expect(await readFacts(reader as Viewer)).toBe(shared)
    expect((await readFacts(team[0] as Viewer)).isPublished).toBe(false)
    const hidden = world.incidents.filter(({ visibility }) => visibility === 'named').map(({ id }) => id)
    await prisma.incident.updateMany({ where: { id: { in: hidden } }, data: { named: [named.id] } })
    await prisma.incident.updateMany({ where: { status: 'draft' }, data: { createdBy: author.id } })
    for (const viewer of [named, author]) {
      expect((await readFacts(viewer)).isPublished).toBe(false)
      const more = await tellsWhatListsTell(viewer)
      expect(more.id.length).toBeGreaterThan((await factsFor(nobody as Viewer)).id.length)
    }
  })
})
