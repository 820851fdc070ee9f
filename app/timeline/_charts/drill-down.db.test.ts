import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { keeper } from '@/lib/access/viewer'
import { notCounted } from '@/lib/analysis/duplicates'
import { emptyFilter, type Filter } from '@/lib/analysis/filter'
import { readFilter } from '@/lib/analysis/filter-url'
import type { ListedIncident } from '@/lib/analysis/listed'
import { naiveList } from '@/lib/analysis/naive-list.test-kit'
import { randomFilters } from '@/lib/analysis/random-filter.test-kit'
import { randomWorld } from '@/lib/analysis/random-world.test-kit'
import type { Casualties, Summary } from '@/lib/analysis/summary'
import { plainView } from '@/lib/analysis/view'
import { storeWorld } from '@/lib/db/store-world.test-kit'
import { freshDatabase } from '@/lib/db/test-database'
import { listIncidents } from '@/lib/operations/list-incidents'
import { summarise } from '@/lib/operations/summarise'
import { drillDown, typesIn } from './drill-down'

const world = randomWorld(71, 300)
const { prisma } = await freshDatabase()
beforeAll(() => storeWorld(prisma, world))

interface Row {
  name: string
  href: string | null
  incidents: number
  /** Null where the row's are not those of its incidents: an actor's are those of its own side. */
  casualties: Casualties | null
}

/** Every row of every chart that leads somewhere. */
function rowsOf(summary: Summary, filter: Filter): Row[] {
  const to = drillDown(filter, plainView)
  return [
    ...summary.overTime.buckets.flatMap((bucket) => [
      { name: bucket.start, href: to.bucket(bucket), ...bucket },
      ...typesIn(summary).map((type) => ({
        name: `${bucket.start} ${type}`,
        href: to.bucket(bucket, type),
        incidents: bucket.byType[type] ?? 0,
        casualties: null,
      })),
    ]),
    ...summary.byKind.map((row) => ({ name: row.kind, href: to.kind(row.kind), ...row })),
    ...summary.byPlace.rows.map((row) => ({ name: `place ${row.place}`, href: to.place(row.place), ...row })),
    ...summary.byActor.rows.map((row) => ({
      ...row,
      name: `actor ${row.actor}`,
      href: to.actor(row.actor),
      casualties: null,
    })),
  ]
}

function asked(href: string): Filter {
  const read = readFilter(new URLSearchParams(href.slice('/timeline?'.length)))
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.filter
}

const bestOf = (listed: ListedIncident[], outcome: 'killed' | 'wounded') =>
  listed.reduce((sum, incident) => sum + (incident[outcome].best ?? 0), 0)

/** Codes of incidents that `filter` lists but its charts leave out, as duplicates of ones that it lists too. */
function leftOutOf(filter: Filter): Set<string> {
  const listed = naiveList(world, filter)
  const has = (id: number) => listed.some((incident) => incident.id === id)
  const leftOut = notCounted(world.duplicates.filter(({ from, to }) => has(from) && has(to)))
  return new Set(listed.filter(({ id }) => leftOut.includes(id)).map(({ code }) => code))
}

it('leads from every row of every chart to a list of just what the row counts', async () => {
  await fc.assert(
    fc.asyncProperty(randomFilters(world), async (filter) => {
      const summary = await summarise(keeper, filter, { unit: 'year' })
      const leftOut = leftOutOf(filter)
      for (const { name, href, incidents, casualties } of rowsOf(summary, filter)) {
        if (href === null) continue
        const page = await listIncidents(keeper, asked(href), plainView, { limit: 500 })
        const counted = page.incidents.filter(({ code }) => !leftOut.has(code))
        const told = { name, incidents: counted.length, killed: bestOf(counted, 'killed') }
        expect(told).toEqual({ name, incidents, killed: casualties?.killed.best ?? told.killed })
        if (casualties) expect(bestOf(counted, 'wounded')).toBe(casualties.wounded.best)
      }
    }),
    { numRuns: 30, examples: [[emptyFilter]] },
  )
})

it("tells of an actor's own side the same before and after its bar was followed", async () => {
  await fc.assert(
    fc.asyncProperty(randomFilters(world), async (filter) => {
      if (leftOutOf(filter).size > 0) return
      const { byActor } = await summarise(keeper, filter, plainView)
      for (const row of byActor.rows) {
        const after = await summarise(keeper, asked(drillDown(filter, plainView).actor(row.actor)), plainView)
        expect(after.byActor.rows.find(({ actor }) => actor === row.actor)).toEqual(row)
        expect(after.incidents).toBe(row.incidents)
      }
    }),
    { numRuns: 20 },
  )
})
