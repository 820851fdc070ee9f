import { cleanArabicName, namesAgree } from '@/lib/place/arabic-name'
import { distanceKm } from '@/lib/place/distance'
import { fold } from '@/lib/text/fold'
import { type Division, divisionOf } from './divisions'
import type { PlaceRow } from './places'
import { type CscPlace, degrees, groupBy, nearest, type Row } from './rows'

const kinds: Record<string, string> = {
  adm2: 'district',
  adm3: 'district',
  district: 'district',
  section: 'district',
}
const leftOut = new Set(['adm1', 'province', 'destroyed', 'historical', 'abandoned', 'county'])

/** Arabic names for places of GeoNames that have none, where the Latin name bears them out. */
export function moreNames(extra: CscPlace[], places: PlaceRow[]): Row[] {
  const nameless = new Map<string, PlaceRow>()
  const find = matcher(places)
  for (const place of extra) {
    const known = find(place)
    if (known && known.arabic === '' && trusted(place))
      nameless.set(known.id, { ...known, arabic: trusted(place) ?? '' })
  }
  return [...nameless.values()].map(({ id, arabic }) => ({ id, name: arabic }))
}

const unit =
  /\b(?:rayon|raion|cercle|département|district|governorate|woreda|province|prefecture|zone|municipality)\b/i

const kindOf = (place: CscPlace) => (unit.test(place.name) ? 'district' : (kinds[place.type] ?? 'city'))

/** Places that GeoNames' file lacks, by name within 20 km; with their Arabic name only where it can be trusted. */
export function morePlaces(extra: CscPlace[], places: PlaceRow[], divisions: Map<string, Division[]>): Row[] {
  const find = matcher(places)
  const unknown = extra.filter((place) => place.lat !== '' && !leftOut.has(place.type) && !find(place))
  return unknown.map((place) => ({
    id: place.id,
    kind: kindOf(place),
    country: place.country,
    division: divisionOf(point(place), place.state_code, divisions.get(place.country)),
    lat: degrees(place.lat),
    lon: degrees(place.lon),
    population: Number(place.population) || 0,
    name: place.name.trim(),
    arabic: trusted(place) ?? '',
  }))
}

function trusted(place: CscPlace): string | null {
  const arabic = cleanArabicName(place.name_ar)
  return arabic && namesAgree(place.name, arabic) ? arabic : null
}

const point = (place: CscPlace) => ({ lat: Number(place.lat), lon: Number(place.lon) })

function matcher(places: PlaceRow[]): (place: CscPlace) => PlaceRow | null {
  const byName = groupBy(places, (place) => `${place.country} ${bareName(place.name)}`)
  return (place) => {
    const near = nearest(point(place), byName.get(`${place.country} ${bareName(place.name)}`) ?? [])
    return near && distanceKm(near, point(place)) < 20 ? near : null
  }
}

/** The name without its article, whichever sun letter that took on. */
const bareName = (name: string) => fold(name).replace(/^(?:al|el|an|ar|as|ash|at|ath|ad|adh|az) /, '')
