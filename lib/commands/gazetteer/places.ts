import { cleanArabicName } from '@/lib/place/arabic-name'
import { type Division, divisionOf } from './divisions'
import { degrees, type GeonamesCity } from './rows'

export type PlaceRow = {
  id: string
  country: string
  division: string
  lat: number
  lon: number
  population: number
  name: string
  arabic: string
}

/** GeoNames' populated places, their Arabic names cleaned. */
export function placeRows(cities: GeonamesCity[], divisions: Map<string, Division[]>): PlaceRow[] {
  return cities.map((city) => {
    const point = { lat: degrees(city.lat), lon: degrees(city.lon) }
    return {
      id: city.geonameid,
      country: city.country,
      division: divisionOf(point, city.admin_code, divisions.get(city.country)),
      ...point,
      population: Number(city.population) || 0,
      name: city.name.trim(),
      arabic: cleanArabicName(city.name_ar) ?? '',
    }
  })
}
