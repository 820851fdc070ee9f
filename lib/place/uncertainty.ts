import type { WherePrecision } from './where'

/**
 * How far the true place may be from the drawn point, in km; 0 where the point is exact, null where the whole
 * country is meant. `near` is by definition; a district, province or region has no outline among ours, so that its
 * circle is of a usual size and is captioned as such.
 */
export function uncertaintyKm(precision: WherePrecision): number | null {
  const radius = {
    exact: 0,
    near: 25,
    district: 30,
    province: 75,
    region: 200,
    country: null,
    'sea-or-air': 50,
  }
  return radius[precision]
}
