import type { Filter } from '@/lib/analysis/filter'
import { writeFilter } from '@/lib/analysis/filter-url'
import type { Bucket, Summary } from '@/lib/analysis/summary'
import type { View } from '@/lib/analysis/view'
import { type Kind, type KindType, kindTypes, typeOfKind } from '@/lib/incident/kinds'

/**
 * Where a bar leads: the address of the list of exactly the incidents that it counts. A bucket is cut to the filter's
 * own period, since incidents outside of that were not counted in it either.
 */
export function drillDown(filter: Filter, view: View) {
  const to = (change: Partial<Filter>) => `/timeline?${writeFilter({ ...filter, ...change }, view)}`
  return {
    bucket: ({ start, end }: Bucket, type?: KindType) =>
      to({
        from: filter.from !== null && filter.from > start ? filter.from : start,
        to: filter.to !== null && filter.to < end ? filter.to : end,
        ...(type ? { kinds: kindsWithin(filter, type) } : {}),
      }),
    kind: (kind: Kind) => to({ kinds: [kind] }),
    /** The actor itself, as its bar counts it; what else was asked of actors stays. */
    actor: (actor: number) => to({ parties: [...filter.parties, actor] }),
    /** By primary place, as its bar counts it. Null for the only place asked for: its row is what is known no finer. */
    place: (place: number) => {
      const asked = filter.primaryPlaces.length > 0 ? filter.primaryPlaces : filter.places
      return asked.length === 1 && asked[0] === place ? null : to({ primaryPlaces: [place] })
    },
  }
}

/** A type's share of a bar, under a filter that may name only some of its kinds. */
function kindsWithin({ kinds }: Filter, type: KindType): Filter['kinds'] {
  const some = kinds.filter(
    (kind) =>
      kind !== type && !(kindTypes as readonly string[]).includes(kind) && typeOfKind(kind as Kind) === type,
  )
  return kinds.includes(type) || some.length === 0 ? [type] : some
}

export type DrillDown = ReturnType<typeof drillDown>

/** The types that a summary holds any incident of, in the order of the list. */
export function typesIn({ overTime }: Summary): KindType[] {
  const parts = [...overTime.buckets, overTime.unplaced]
  return kindTypes.filter((type) => parts.some(({ byType }) => (byType[type] ?? 0) > 0))
}
