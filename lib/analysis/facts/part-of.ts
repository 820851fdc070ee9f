import { type FactRelation, NO_DAY } from './facts'

/**
 * The relations between actors that are known, so that whatever was part of something at a time still was: where the way
 * leads over one that is not known, it is made shorter, for the time in which every step held.
 */
export function withoutUnknown(
  relations: readonly FactRelation[],
  known: ReadonlySet<number>,
): FactRelation[] {
  const above = new Map<number, FactRelation[]>()
  for (const relation of relations)
    above.set(relation.actor, [...(above.get(relation.actor) ?? []), relation])
  return relations
    .filter(({ actor }) => known.has(actor))
    .flatMap((relation) => shortened(relation, above, known, []))
}

function shortened(
  relation: FactRelation,
  above: ReadonlyMap<number, FactRelation[]>,
  known: ReadonlySet<number>,
  met: readonly number[],
): FactRelation[] {
  const { actor, whole } = relation
  if (known.has(whole)) return whole === actor ? [] : [relation]
  if (met.includes(whole)) return []
  return (above.get(whole) ?? [])
    .map((next) => ({
      actor,
      whole: next.whole,
      from: later(relation, next),
      until: earlier(relation, next),
    }))
    .filter(({ from, until }) => from === NO_DAY || until === NO_DAY || from <= until)
    .flatMap((next) => shortened(next, above, known, [...met, whole]))
}

/** {@link NO_DAY} is below every day, so that an open start loses. */
const later = (a: FactRelation, b: FactRelation): number => Math.max(a.from, b.from)

const earlier = (a: FactRelation, b: FactRelation): number =>
  a.until === NO_DAY ? b.until : b.until === NO_DAY ? a.until : Math.min(a.until, b.until)
