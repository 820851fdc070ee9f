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
    /** Null under a filter by other actors: what both took part in is nothing that a filter can ask for. */
    actor: (actor: number) =>
      filter.actors.every((other) => other === actor) ? to({ actors: [actor] }) : null,
    /** Null for the filter's own place: its row counts only what is known no finer. */
    place: (place: number) =>
      filter.places.length === 1 && filter.places[0] === place ? null : to({ places: [place] }),
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
