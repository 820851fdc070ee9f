import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { keeper } from '@/lib/access/viewer'
import { CrossFilter } from '@/lib/analysis/facts/cross-filter'
import { without } from '@/lib/analysis/facts/dimensions'
import { factsOfWorld } from '@/lib/analysis/facts/facts.test-kit'
import { textMatchesOf } from '@/lib/analysis/facts/naive-answer.test-kit'
import { randomSteps } from '@/lib/analysis/facts/random-steps.test-kit'
import { emptyFilter, type Filter } from '@/lib/analysis/filter'
import { randomWorld } from '@/lib/analysis/random-world.test-kit'
import type { Summary } from '@/lib/analysis/summary'
import { noCasualties } from '@/lib/analysis/totals'
import { bucketUnits, type View } from '@/lib/analysis/view'
import { writeSetting } from '@/lib/db/settings'
import { storeWorld } from '@/lib/db/store-world.test-kit'
import { freshDatabase } from '@/lib/db/test-database'
import { type Status, statuses } from '@/lib/incident/lists'
import { summarise } from './summarise'

const world = randomWorld(2018, 400)
const db = await freshDatabase()
beforeAll(async () => {
  await storeWorld(db.prisma, world)
  await writeSetting(db.prisma, 'withheld-figures', 'say-so')
})

const facts = factsOfWorld(world, (incident) => incident.withheldFromTeam)
/** Wide ones, and now and then a narrow one. */
const filters = randomSteps(world, 1).map((steps) => steps.at(-1) ?? emptyFilter)
const units = fc.constantFrom<View['unit']>('auto', ...bucketUnits)
const byKind = <T extends { kind: string }>(rows: T[]) => [...rows].sort((a, b) => (a.kind < b.kind ? -1 : 1))

/** What the page shows, each view from a summary of its own; of the statuses one. */
async function summaries(filter: Filter, unit: View['unit'], status: Status) {
  const of = (asked: Filter) => summarise(keeper, asked, { unit })
  const [whole, time, kinds, actors, places, datasets, grades, means, reports, one] = await Promise.all([
    of(filter),
    of(without(filter, 'time')),
    of(without(filter, 'kinds')),
    of(without(filter, 'actors')),
    of(without(filter, 'places')),
    of(without(filter, 'datasets')),
    of(without(filter, 'grades')),
    of(without(filter, 'means')),
    of(without(filter, 'reports')),
    of({ ...filter, statuses: [status] }),
  ])
  const { incidents, withheld, duplicates, partlyInside, totals, episodes } = whole
  return {
    ...{ incidents, withheld, duplicates, partlyInside, totals, episodes },
    overTime: time.overTime,
    byKind: byKind(kinds.byKind),
    byActor: actors.byActor,
    byPlace: places.byPlace,
    byGrade: grades.byGrade,
    byMeans: means.byMeans,
    byReport: reports.byReport,
    byDataset: incidentsOfDatasets(datasets),
    status: { incidents: one.incidents, withheld: one.withheld, casualties: one.totals },
  }
}

/** Incidents of each dataset, by slug. */
function incidentsOfDatasets({ incidents, attributions }: Summary): Record<string, number> {
  const imported = attributions.map(({ dataset, incidents: n }) => [dataset, n] as const)
  const own = incidents - imported.reduce((sum, [, n]) => sum + n, 0)
  return Object.fromEntries([['own', own] as const, ...imported].filter(([, n]) => n > 0))
}

const nobody = { incidents: 0, withheld: 0, casualties: noCasualties() }

it('agrees with what Postgres counts, step by step', async () => {
  const crossFilter = new CrossFilter(facts, emptyFilter, 'auto')
  await fc.assert(
    fc.asyncProperty(filters, units, fc.constantFrom(...statuses), async (filter, unit, asked) => {
      crossFilter.setFilter(filter, textMatchesOf(world, filter))
      crossFilter.setUnit(unit)
      // Pairs of actors are in no summary: the plain count of cross-filter.test.ts holds them.
      const { byDataset, byStatus, byPair: _, ...answer } = crossFilter.answer()
      const { status, ...counted } = byStatus.find((row) => row.status === asked) ?? {
        status: asked,
        ...nobody,
      }
      expect({
        ...answer,
        byKind: byKind(answer.byKind),
        byDataset: Object.fromEntries(byDataset.map(({ dataset, incidents }) => [dataset, incidents])),
        status: counted,
      }).toEqual(await summaries(filter, unit, status))
    }),
    { numRuns: 45 },
  )
})
