import type { Offset, WherePrecision } from '@/lib/place/where'

const ofKind: Record<string, WherePrecision> = {
  country: 'country',
  division: 'province',
  district: 'district',
  area: 'near',
  city: 'exact',
  site: 'exact',
}

/** How exactly a place is known, before anybody says otherwise: "south of" a town is somewhere around it. */
export const precisionOf = (kind: string, offset: Offset | null): WherePrecision =>
  offset ? 'near' : (ofKind[kind] ?? 'near')
