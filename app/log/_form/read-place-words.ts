import { readCoordinates } from '@/lib/place/coordinates'
import { readOffset } from '@/lib/place/offset'
import type { Offset, Point } from '@/lib/place/where'

/** A point in any common notation, or null. */
export function readPoint(text: string): Point | null {
  const read = readCoordinates(text)
  return 'problem' in read ? null : { lat: read.lat, lon: read.lon }
}

/** A point; "5 km south-west of Derna" taken apart; or null where the text is a name. */
export function readPlaceWords(text: string): { point: Point } | { offset: Offset; of: string } | null {
  const point = readPoint(text)
  if (point) return { point }
  const read = readOffset(text)
  return read && { offset: { km: read.km, bearing: read.bearing }, of: read.of }
}

/** A point as it can be typed again: "32.76694, 22.63667". */
export const pointText = (point: Point | null): string =>
  point ? `${Number(point.lat.toFixed(5))}, ${Number(point.lon.toFixed(5))}` : ''
