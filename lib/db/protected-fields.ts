import 'server-only'
import type { MaskPlace } from '@/lib/incident/mask-where'
import type { Prisma } from '@/prisma/generated/client'
import type { Database, Transaction } from './transaction'

// True values of what is protected. The records' own rows hold the mask, so that lists, searches, charts, exports and
// histories cannot tell more; only who reveals or edits such a field comes here.

export type Protected = keyof typeof fields

/** What of which rows is kept. A claim's names of victims and the place it tells of are two things. */
const fields = {
  incident: ['incident', 'where'],
  site: ['site', 'where'],
  report: ['report', 'source'],
  statement: ['statement', 'speaker'],
  victims: ['claim', 'victims'],
  told: ['claim', 'where'],
} as const

/** The true values of these rows, by id. */
export async function truthsOf<T>(
  db: Database,
  what: Protected,
  ids: readonly number[],
): Promise<Map<number, T>> {
  const [entity, field] = fields[what]
  if (ids.length === 0) return new Map()
  const rows = await db.protectedField.findMany({ where: { entity, field, entityId: { in: [...ids] } } })
  return new Map(rows.map(({ entityId, value }) => [entityId, value as T]))
}

export async function writeTruth(
  tx: Transaction,
  what: Protected,
  entityId: number,
  truth: object,
): Promise<void> {
  const [entity, field] = fields[what]
  const value = truth as Prisma.InputJsonValue
  await tx.protectedField.upsert({
    where: { entity_entityId_field: { entity, entityId, field } },
    create: { entity, entityId, field, value },
    update: { value },
    select: { entityId: true },
  })
}

export async function dropTruths(tx: Transaction, what: Protected, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  const [entity, field] = fields[what]
  await tx.protectedField.deleteMany({ where: { entity, field, entityId: { in: [...ids] } } })
}

/** The division that a place lies in, or else its country: what stands in for it where it is protected. */
export async function maskPlaceOf(db: Database, placeId: number): Promise<MaskPlace> {
  const [row] = await db.$queryRaw<{ id: number; kind: string; lat: number | null; lon: number | null }[]>`
    select above.id, above.kind, above.lat, above.lon
    from place p join place above on above.id = any(p.path)
    where p.id = ${placeId} and (above.kind in ('division', 'country') or above.id = p.path[1])
    order by (above.kind = 'division') desc, array_position(p.path, above.id) desc limit 1`
  const { id = placeId, kind = 'country', lat = null, lon = null } = row ?? {}
  return {
    placeId: id,
    point: lat === null || lon === null ? null : { lat, lon },
    precision: kind === 'division' ? 'province' : 'country',
  }
}
