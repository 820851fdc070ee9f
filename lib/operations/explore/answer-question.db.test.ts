/*
 * Three deliberate faults were tried, each a change of one line, and each failed the property below:
 * spans.ts: a span that begins where the window ends reaches into it (`<= to`);
 * map-groups.ts: groups of a question in the order of their first incident, so that an area names another latest one;
 * answer-filter.ts: without `ofOneStatus`, so that a published incident is left out for a rejected one.
 */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { keeper, type Viewer } from '@/lib/access/viewer'
import { Explorer, type Question } from '@/lib/analysis/facts/explorer'
import { dayNumber } from '@/lib/analysis/facts/facts'
import { laneKinds } from '@/lib/analysis/facts/lanes'
import { textMatchesOf } from '@/lib/analysis/facts/naive-answer.test-kit'
import { randomSteps } from '@/lib/analysis/facts/random-steps.test-kit'
import { emptyFilter } from '@/lib/analysis/filter'
import { randomWorld } from '@/lib/analysis/random-world.test-kit'
import { bucketUnits, orders } from '@/lib/analysis/view'
import { readFacts } from '@/lib/db/facts'
import { writeSetting } from '@/lib/db/settings'
import { storeWorld } from '@/lib/db/store-world.test-kit'
import { freshDatabase } from '@/lib/db/test-database'
import { readConsistently } from '@/lib/db/transaction'
import { Refusal } from '@/lib/problem'
import { person } from '../withheld.test-kit'
import { answerQuestion } from './answer-question'

const { prisma } = await freshDatabase()
/** Of so many not all stand on a timeline or a map one by one. */
const world = randomWorld(2026, 900)
beforeAll(async () => {
  await storeWorld(prisma, world)
  await writeSetting(prisma, 'withheld-figures', 'say-so')
  // Points of countries and divisions are only the middle of these; and a map names divisions and towns.
  await prisma.$executeRaw`
    update place set kind = (array['country', 'division', 'city'])[cardinality(path)] where id % 4 > 0`
  await prisma.$executeRaw`update incident set where_precision = 'exact' where id % 4 > 0`
  await prisma.$executeRaw`
    insert into incident_team_facts (incident_id, killed_low, killed_best, killed_high, disputed)
    select id, 7, 8, 9, id % 2 = 0 from incident where id % 11 = 0`
})

const filters = randomSteps(world, 1).map((steps) => steps.at(-1) ?? emptyFilter)
const first = dayNumber('2015-12-01')
/** Of whole days, as addresses hold them, and of parts of days, as they are zoomed. */
const windows = fc
  .record({
    isWhole: fc.boolean(),
    from: fc.double({ min: 0, max: 900, noNaN: true }),
    days: fc.double({ min: 0.1, max: 900, noNaN: true }),
  })
  .map(({ isWhole, from, days }) =>
    isWhole
      ? { from: first + Math.floor(from), to: first + Math.floor(from) + Math.ceil(days) }
      : { from: first + from, to: first + from + days },
  )
const maps = fc
  .record({
    west: fc.constantFrom(-180, 18, 19.25, 20, 20.123),
    wide: fc.constantFrom(0.3, 1, 2.5, 60),
    south: fc.constantFrom(-85.06, 28, 29.5, 30, 30.123),
    high: fc.constantFrom(0.3, 1, 2.5, 60),
    columns: fc.integer({ min: 1, max: 12 }),
    rows: fc.integer({ min: 1, max: 12 }),
    find: fc.option(fc.integer({ min: 1, max: 1000 })),
  })
  .map(({ west, wide, south, high, ...map }) => ({
    ...map,
    box: { west, south, east: west + wide, north: south + high },
  }))
const questions: fc.Arbitrary<Question> = fc
  .record({
    filter: fc.oneof({ weight: 1, arbitrary: fc.constant(emptyFilter) }, { weight: 5, arbitrary: filters }),
    view: fc.record({ order: fc.constantFrom(...orders), unit: fc.constantFrom('auto', ...bucketUnits) }),
    window: fc.option(windows),
    lanes: fc.constantFrom(...laneKinds),
    columns: fc.integer({ min: 0, max: 60 }),
    listed: fc.integer({ min: 0, max: 80 }),
    against: fc.option(filters, { freq: 2 }),
    map: fc.option(maps, { freq: 4 }),
  })
  .map((question) => ({ ...question, matches: matchesOf(question.filter) }))

function matchesOf(filter: Question['filter']): number[] | null {
  const matches = textMatchesOf(world, filter)
  return matches && [...matches]
}

const viewers: Viewer[] = [keeper, person('omar', 'analyst'), person('rana', 'reader')]

describe.each(viewers)('what SQL shows $name', (viewer) => {
  it('is what facts show, to the last unit', async () => {
    const facts = await readConsistently((db) => readFacts(db, viewer))
    const explorer = new Explorer(facts)
    let answered = 0
    await fc.assert(
      fc.asyncProperty(questions, async ({ matches, ...question }) => {
        const found = await answerQuestion(viewer, question).catch((error: unknown) => {
          // Only the keeper may know of all that random filters name: a report may be for named people.
          if (error instanceof Refusal && viewer.kind === 'member') return null
          throw error
        })
        fc.pre(found !== null)
        answered++
        const against = question.against && { ...question.against, text: '' }
        expect(found).toEqual({
          shown: explorer.show({ ...question, matches, against }),
          extent: explorer.extent,
        })
      }),
      { numRuns: 60 },
    )
    expect(answered).toBeGreaterThan(50)
  })
})
