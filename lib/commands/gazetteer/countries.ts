import { createRequire } from 'node:module'
import { geoArea, geoCentroid, geoContains } from 'd3-geo'
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { type CscState, degrees, type GeonamesCity, type Row } from './rows'

const atlas: Topology<{ countries: GeometryCollection }> = createRequire(import.meta.url)(
  'world-atlas/countries-50m.json',
)
const outlines = feature(atlas, atlas.objects.countries).features as Feature<Polygon | MultiPolygon>[]

/** Every country and territory that has places, with its names from CLDR and its point from its largest outline. */
export function countryRows(states: CscState[], cities: GeonamesCity[]): Row[] {
  const codes = new Set([...states.map((state) => state.country_code), ...cities.map((city) => city.country)])
  return [...codes]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .flatMap((code) => {
      const names = countryNames(code)
      if (!names) return []
      const inside = cities.filter((city) => city.country === code)
      const seat = inside.find((city) => city.feature_code === 'PPLC') ?? inside[0]
      return [{ key: `iso:${code}`, country: code, ...outlineOf(seat), names }]
    })
}

function countryNames(code: string): string | null {
  const names = new Set<string>()
  for (const lang of ['en', 'ar']) {
    for (const style of ['long', 'short'] as const) {
      const name = new Intl.DisplayNames(lang, { type: 'region', style, fallback: 'none' }).of(code)
      if (!name) return null
      names.add(`${lang}:${name}`)
    }
  }
  return [...names].join('|')
}

/** ISO 3166-1 number of the outline that holds the capital and the middle of its largest part; else the capital itself. */
function outlineOf(seat: GeonamesCity | undefined): Row {
  if (!seat) return { numeric: '', lat: '', lon: '' }
  const at: [number, number] = [Number(seat.lon), Number(seat.lat)]
  const outline = outlines.find((candidate) => geoContains(candidate, at))
  const [lon, lat] = outline ? geoCentroid(largestPart(outline.geometry)) : at
  return { numeric: String(outline?.id ?? ''), lat: degrees(lat), lon: degrees(lon) }
}

function largestPart(geometry: Polygon | MultiPolygon): Polygon {
  const parts: Position[][][] = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const polygons = parts.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }))
  return polygons.reduce((best, next) => (geoArea(next) > geoArea(best) ? next : best))
}
