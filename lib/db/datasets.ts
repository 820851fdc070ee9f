import type { Summary } from '@/lib/analysis/summary'
import type { Database } from './transaction'

type Attribution = Omit<Summary['attributions'][number], 'incidents'>

/** What must be said of datasets wherever their numbers stand, by id. */
export async function attributionsOf(db: Database, ids: number[]): Promise<Map<number, Attribution>> {
  const rows = await db.dataset.findMany({
    where: { id: { in: ids } },
    orderBy: { id: 'asc' },
    select: { id: true, slug: true, name: true, version: true, attribution: true, licence: true, url: true },
  })
  return new Map(rows.map(({ id, slug, ...told }) => [id, { dataset: slug, ...told }]))
}

/** What must be said of every dataset, by its slug. */
export async function allAttributions(db: Database): Promise<Record<string, Attribution>> {
  const ids = await db.dataset.findMany({ select: { id: true } })
  const told = await attributionsOf(
    db,
    ids.map(({ id }) => id),
  )
  return Object.fromEntries([...told.values()].map((one) => [one.dataset, one]))
}

/** Name of every dataset by its slug. */
export async function datasetNames(db: Database): Promise<Record<string, string>> {
  const rows = await db.dataset.findMany({ select: { slug: true, name: true }, orderBy: { name: 'asc' } })
  return Object.fromEntries(rows.map(({ slug, name }) => [slug, name]))
}
