import { expect, it } from 'vitest'
import { freshDatabase } from '@/lib/db/test-database'
import { fold } from '@/lib/text/fold'
import { loadGazetteer } from './load-gazetteer'

const db = await freshDatabase()

it('loads every place below its parents, and only once', { timeout: 300_000 }, async () => {
  const said: string[] = []
  await loadGazetteer((line) => said.push(line))
  const count = await db.prisma.place.count()
  expect(count).toBeGreaterThan(140_000)
  await loadGazetteer((line) => said.push(line))
  expect(said).toEqual([`Loading the gazetteer: ${count} places`])
  expect(await db.prisma.place.count()).toBe(count)

  const orphans = await db.prisma.place.count({ where: { parentId: null, kind: { not: 'country' } } })
  expect(orphans).toBe(0)
  for (const name of ['درنه', 'derna']) {
    const found = await db.prisma.place.findFirst({
      where: { country: 'LY', kind: 'city', names: { some: { folded: name } } },
      include: { parent: true, names: { where: { primary: true } } },
    })
    expect(found).toMatchObject({ key: 'geonames:87205', parent: { key: 'csc-state:2966' } })
    expect(found?.path).toHaveLength(3)
    expect(found?.names.map((it) => it.name).sort()).toEqual(['Derna', 'درنة'])
  }
  const [sample] = await db.prisma.placeName.findMany({ where: { lang: 'ar' }, take: 1, skip: 4000 })
  expect(sample?.folded).toBe(fold(sample?.name ?? ''))
})
