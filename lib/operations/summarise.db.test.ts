import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { keeper, type Viewer } from '@/lib/access/viewer'
import { emptyFilter } from '@/lib/analysis/filter'
import { naiveList } from '@/lib/analysis/naive-list.test-kit'
import { naiveSummary } from '@/lib/analysis/naive-summary.test-kit'
import { randomFilters } from '@/lib/analysis/random-filter.test-kit'
import { randomWorld } from '@/lib/analysis/random-world.test-kit'
import type { Total } from '@/lib/analysis/summary'
import { plainView } from '@/lib/analysis/view'
import { writeSetting } from '@/lib/db/settings'
import { storeWorld } from '@/lib/db/store-world.test-kit'
import { freshDatabase } from '@/lib/db/test-database'
import { countIncidentGroups, listIncidents, yearsOnRecord } from './list-incidents'
import { summarise } from './summarise'

const world = randomWorld(2017, 400)
const db = await freshDatabase()
beforeAll(() => storeWorld(db.prisma, world))

const filters = randomFilters(world)
const byKind = <T extends { kind: string }>(rows: T[]) => [...rows].sort((a, b) => (a.kind < b.kind ? -1 : 1))

type LeavesOut = Parameters<typeof naiveSummary>[4]

/** Whatever the filter and the width of the buckets. */
async function agreesWithPlainCount(viewer: Viewer, leavesOut: LeavesOut) {
  const units = fc.constantFrom(
    'auto' as const,
    'day' as const,
    'week' as const,
    'month' as const,
    'year' as const,
  )
  await fc.assert(
    fc.asyncProperty(filters, units, async (filter, unit) => {
      const summary = await summarise(viewer, filter, { unit })
      const expected = naiveSummary(world, filter, summary.overTime.unit, 12, leavesOut)
      expect({ ...summary, byKind: byKind(summary.byKind) }).toEqual({
        ...expected,
        byKind: byKind(expected.byKind),
      })
    }),
    { numRuns: 60 },
  )
}

it('agrees with the plain count', () => agreesWithPlainCount(keeper, () => false))

it('adds up: rows, others and what is left are the total, of everything', async () => {
  const summary = await summarise(keeper, emptyFilter, plainView)
  const best = (of: { casualties: { killed: Total } }[]) =>
    of.reduce((n, row) => n + row.casualties.killed.best, 0)
  const { overTime, byKind, byActor, byPlace, totals } = summary
  expect(totals.killed.best).toBeGreaterThan(0)
  expect(best([...overTime.buckets, overTime.unplaced])).toBe(totals.killed.best)
  expect(best(byKind)).toBe(totals.killed.best)
  expect(best([...byPlace.rows, byPlace.others, byPlace.elsewhere])).toBe(totals.killed.best)
  expect(best([...byActor.rows, byActor.others]) + byActor.notAttributed.killed.best).toBe(totals.killed.best)
  expect(byActor.others.actors).toBe(4)
})

it('the years on record are those that have a heading', async () => {
  const groups = await countIncidentGroups(keeper, emptyFilter, { order: 'newest', group: 'year' })
  expect(groups.length).toBeGreaterThan(1)
  expect(await yearsOnRecord(keeper)).toEqual(groups.map(({ start }) => Number(start.slice(0, 4))))
})

it('lists what it counts, page by page in both orders, and the headings count the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      filters,
      fc.constantFrom('newest' as const, 'oldest' as const),
      fc.constantFrom('day' as const, 'month' as const, 'year' as const),
      fc.integer({ min: 1, max: 90 }),
      async (filter, order, group, limit) => {
        const codes: string[] = []
        let cursor: string | null = null
        do {
          const page = await listIncidents(keeper, filter, { order }, { cursor, limit })
          codes.push(...page.incidents.map((incident) => incident.code))
          cursor = page.next
        } while (cursor !== null)
        const expected = naiveList(world, filter).sort((a, b) =>
          a.sortOn < b.sortOn ? -1 : a.sortOn > b.sortOn ? 1 : a.id - b.id,
        )
        if (order === 'newest') expected.reverse()
        expect(codes).toEqual(expected.map((incident) => incident.code))
        const groups = await countIncidentGroups(keeper, filter, { order, group })
        expect(groups.reduce((n, { whole, reachingBeyond }) => n + whole + reachingBeyond, 0)).toBe(
          codes.length,
        )
        const [first] = groups
        if (first === undefined) return
        const contents = await listIncidents(keeper, filter, { order }, { within: first, limit: 500 })
        expect(contents.incidents).toHaveLength(first.whole + first.reachingBeyond)
      },
    ),
    { numRuns: 60 },
  )
})

it('tells, where that is set, of how many the figures leave out claims: to the team of its own', async () => {
  await writeSetting(db.prisma, 'withheld-figures', 'say-so')
  await agreesWithPlainCount(keeper, (incident) => incident.withheldFromTeam)
})
