import type { Outline } from './map-view'

/** Two-letter code of an outline (ISO 3166-1), null for what has none there. */
export function countryCode({ id }: Pick<Outline, 'id'>): string | null {
  if (id === undefined) return null
  // Intl knows which two letters a numeric code stands for.
  const region = new Intl.Locale(`und-${String(id).padStart(3, '0')}`).region
  return region && /^[A-Z]{2}$/.test(region) ? region : null
}
