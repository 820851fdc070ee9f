import { dateOfDay, type Facts } from '@/lib/analysis/facts/facts'
import { extentOf } from '@/lib/analysis/facts/time-window'
import { emptyFilter, type Filter } from '@/lib/analysis/filter'

/** One thing that an analyst does next: a period drawn on by some, or anything else. */
export interface Step {
  kind: 'brush' | 'other'
  filter: Filter
}

/** A repeatable stream of numbers from 0 up to 1. */
function stream(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** A period drawn wider and moved, and clicks on what is common, alone and combined; the same for the same facts. */
export function explorationOf(facts: Facts, rounds: number): Step[] {
  const next = stream(20170730)
  const common = commonest(facts)
  const steps: Step[] = []
  for (let round = 0; round < rounds; round++) {
    const base = common[round % common.length] ?? emptyFilter
    steps.push(...brushing(facts, base, next), ...clicking(common, steps.at(-1)?.filter ?? base))
  }
  return steps
}

/** Drawn out in steps of a two-hundredth of all time, then moved. */
function brushing(facts: Facts, base: Filter, next: () => number): Step[] {
  const all = extentOf(facts)
  if (all === null) return []
  const step = (all.to - all.from) / 200
  const first = all.from + next() * (all.to - all.from) * 0.5
  const period = (from: number, to: number): Step => ({
    kind: 'brush',
    filter: {
      ...base,
      from: dateOfDay(Math.round(from)),
      to: dateOfDay(Math.round(Math.min(to, all.to - 1))),
    },
  })
  const drawn = Array.from({ length: 20 }, (_, k) => period(first, first + (k + 1) * step))
  const moved = Array.from({ length: 20 }, (_, k) => period(first + k * step, first + (20 + k) * step))
  // Where it begins, everything outside of it goes at once: what that takes is a step as well.
  return [{ kind: 'other', filter: base }, ...drawn, ...moved]
}

/** Each of the common filters alone, then within what was shown before, then nothing at all. */
function clicking(common: readonly Filter[], before: Filter): Step[] {
  const other = (filter: Filter): Step => ({ kind: 'other', filter })
  return [
    ...common.map(other),
    ...common.map(({ kinds, actors, primaryPlaces, datasets }) =>
      other({ ...before, kinds, actors, primaryPlaces, datasets }),
    ),
    other({ ...before, killedAtLeast: 5 }),
    other({ ...before, disputedOnly: true }),
    other(emptyFilter),
  ]
}

function commonest({ kinds, kind, actors, parties, places, place, datasets, dataset }: Facts): Filter[] {
  const most = (column: ArrayLike<number>, rank: number): number => {
    const counts = new Map<number, number>()
    for (let i = 0; i < column.length; i++) {
      const value = column[i] as number
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    return [...counts].sort((a, b) => b[1] - a[1])[rank]?.[0] ?? 0
  }
  const ranks = [0, 1, 2]
  return [
    emptyFilter,
    ...ranks.map((rank) => ({
      ...emptyFilter,
      kinds: [kinds[most(kind, rank)] ?? 'other'] as Filter['kinds'],
    })),
    ...ranks.map((rank) => ({ ...emptyFilter, actors: [actors[most(parties.actor, rank)]?.id ?? 0] })),
    ...ranks.map((rank) => ({ ...emptyFilter, primaryPlaces: [places[most(place, rank)]?.path[0] ?? 0] })),
    ...ranks
      .slice(0, 2)
      .map((rank) => ({ ...emptyFilter, datasets: [datasets[most(dataset, rank)] ?? 'own'] })),
  ]
}
