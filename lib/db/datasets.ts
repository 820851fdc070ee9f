import type { Summary } from '@/lib/analysis/summary'
import type { Database } from './transaction'

/** What must be said of datasets wherever their numbers stand, by id. */
export async function attributionsOf(
  db: Database,
  ids: number[],
): Promise<Map<number, Omit<Summary['attributions'][number], 'incidents'>>> {
  const rows = await db.dataset.findMany({
    where: { id: { in: ids } },
    orderBy: { id: 'asc' },
    select: { id: true, slug: true, name: true, version: true, attribution: true, licence: true, url: true },
  })
  return new Map(rows.map(({ id, slug, ...told }) => [id, { dataset: slug, ...told }]))
}

/** Name of every dataset by its slug. */
export async function datasetNames(db: Database): Promise<Record<string, string>> {
  const rows = await db.dataset.findMany({ select: { slug: true, name: true }, orderBy: { name: 'asc' } })
  return Object.fromEntries(rows.map(({ slug, name }) => [slug, name]))
}
