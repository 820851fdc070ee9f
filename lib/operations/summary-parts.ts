import 'server-only'
import { unitFor, unitThatFits } from '@/lib/analysis/buckets'
import type { Filter } from '@/lib/analysis/filter'
import { MOST_ROWS, rollUpActors, rollUpPlaces } from '@/lib/analysis/roll-up'
import type { Bucket, BucketUnit, Casualties, Summary } from '@/lib/analysis/summary'
import type { PlaceTally } from '@/lib/analysis/tally'
import { noTotal } from '@/lib/analysis/totals'
import type { View } from '@/lib/analysis/view'
import { actorNames, namedPlaces } from '@/lib/db/names'
import { actorTallies, undecidedWithoutParty } from '@/lib/db/summary-actors'
import type { Scope } from '@/lib/db/summary-scope'
import type { Database } from '@/lib/db/transaction'

/** The filter's period; where that is open, as far as the incidents go. */
export function periodOf(filter: Filter, { extent }: Scope): Bucket | null {
  const start = filter.from ?? extent?.start ?? filter.to
  const end = filter.to ?? extent?.end ?? filter.from
  return start === null || end === null ? null : { start, end }
}

/** Width of the buckets that was asked for, or one that fits the period. */
export function widthFor(unit: View['unit'], period: Bucket | null): BucketUnit {
  if (period === null) return unit === 'auto' ? 'month' : unit
  return unitThatFits(unit === 'auto' ? unitFor(period) : unit, period)
}

const noneUndecided = { killed: noTotal().disputed, wounded: noTotal().disputed }

/** The chart by actor. `whole`: what all incidents of the scope lost. */
export async function byActor(db: Database, scope: Scope, whole: Casualties): Promise<Summary['byActor']> {
  const rows = await actorTallies(db, scope, MOST_ROWS)
  const names = await actorNames(
    db,
    rows.flatMap((row) => row.actor ?? []),
  )
  const open = whole.killed.disputed.count + whole.wounded.disputed.count
  const undecided = open === 0 ? noneUndecided : await undecidedWithoutParty(db, scope)
  return rollUpActors(rows, names, whole, undecided)
}

/** The chart by place, with the names of the places. */
export async function byPlaceNamed(db: Database, found: PlaceTally[]): Promise<Summary['byPlace']> {
  const { rows, others, elsewhere } = rollUpPlaces(found, MOST_ROWS)
  const places = await namedPlaces(
    db,
    rows.map((row) => row.place),
  )
  return {
    rows: rows.map((row) => ({ ...row, names: places.get(row.place)?.names ?? { ar: null, en: null } })),
    others,
    elsewhere,
  }
}
