import { beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/viewer'
import { freshDatabase } from '@/lib/db/test-database'
import { findReports } from './find-reports'
import { dernaLog, type Registry, seedRegistry } from './log-draft.test-kit'
import { recordLog } from './record-log'
import { person, readers } from './withheld.test-kit'

const { prisma } = await freshDatabase()
const nadia = person('nadia', 'analyst')
const omar = person('omar', 'analyst')
const karim = person('karim', 'contributor')
let registry: Registry

beforeAll(async () => {
  registry = await seedRegistry(prisma)
})

const found = async (viewer: Viewer) => (await findReports(viewer, 'jazeera')).length

/** What somebody is told who names a stored report, or statement, in a log of their own. */
async function toldOfNaming(list: 'reports' | 'statements', id: number): Promise<string[]> {
  const log = dernaLog(registry)
  Object.assign(log[list][0] ?? {}, { id, version: 1 })
  const error = await recordLog(karim, log).catch((caught: unknown) => caught)
  return (error as { problems?: { code: string }[] }).problems?.map(({ code }) => code) ?? []
}

it('of a deleted incident are found and named by nobody who did not bring them', async () => {
  const [recorded] = await recordLog(nadia, dernaLog(registry))
  const where = { code: recorded?.code ?? '' }
  const row = await prisma.incident.update({
    where,
    data: { status: 'published' },
    include: { reports: true, claims: true },
  })
  const report = row.reports[0]?.reportId ?? 0
  const statement = row.claims[0]?.statementId ?? 0
  for (const viewer of [...readers, omar]) expect(await found(viewer)).toBe(1)

  await prisma.incident.update({ where, data: { deletedAt: new Date() } })
  for (const viewer of [...readers, omar]) expect(await found(viewer)).toBe(0)
  expect(await found(nadia)).toBe(1)
  expect(await toldOfNaming('reports', report)).toContain('report-unknown')
  expect(await toldOfNaming('statements', statement)).toContain('statement-unknown')

  await prisma.incident.update({ where, data: { deletedAt: null } })
  expect(await found(karim)).toBe(1)
  expect(await toldOfNaming('reports', report)).not.toContain('report-unknown')
  expect(await toldOfNaming('statements', statement)).not.toContain('statement-unknown')
})
