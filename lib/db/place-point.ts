import type { Point } from '@/lib/place/where'
import type { Database } from './transaction'

/** The nearest place from `placeId` upwards that has a point: itself, or what it lies in. Null where none has. */
export async function nearestPoint(
  db: Database,
  placeId: number,
): Promise<{ placeId: number; point: Point } | null> {
  const [row] = await db.$queryRaw<{ id: number; lat: number; lon: number }[]>`
    select above.id, above.lat, above.lon
    from place p join place above on above.id = any(p.path)
    where p.id = ${placeId} and above.lat is not null
    order by array_position(p.path, above.id) desc limit 1`
  return row ? { placeId: row.id, point: { lat: row.lat, lon: row.lon } } : null
}
