// Made-up records that change, and what a server tells of the changes.
import fc from 'fast-check'
import { randomWorld, type World, type WorldIncident } from '../random-world.test-kit'
import type { FactChanges } from './changes-wire'
import type { Facts } from './facts'
import { factsOfWorld } from './facts.test-kit'

/** The world with these incidents alone. */
export const withIncidents = (world: World, incidents: readonly WorldIncident[]): World => ({
  ...world,
  incidents: [...incidents],
})

/** What a server tells of a world in which only these incidents may have changed. */
export function changesOf(
  world: World,
  ids: ReadonlySet<number>,
  factsOf: (world: World) => Facts = factsOfWorld,
): FactChanges {
  const facts = factsOf(world)
  const touched = factsOf(
    withIncidents(
      world,
      world.incidents.filter(({ id }) => ids.has(id)),
    ),
  )
  const there = new Set(touched.id)
  return {
    facts: {
      ...touched,
      duplicates: facts.duplicates.filter(({ from, to }) => ids.has(from) || ids.has(to)),
      episodes: facts.episodes.filter(({ incidents }) => incidents.some((id) => ids.has(id))),
    },
    gone: [...ids].filter((id) => !there.has(id)),
  }
}

/** The facts, with duplicates in a server's order and an episode of each incident whose id three divides and the next one. */
export function factsWithEpisodes(world: World): Facts {
  const facts = factsOfWorld(world)
  const nobody = { best: 0, low: 0, high: 0, open: 0, disputed: 0 } as never
  const starts = [...facts.id].filter((id) => id % 3 === 0 && facts.id.includes(id + 1))
  return {
    ...facts,
    duplicates: [...facts.duplicates].sort((a, b) => a.from - b.from || a.to - b.to),
    episodes: starts.map((id) => ({
      incidents: [id, id + 1],
      casualties: { killed: nobody, wounded: nobody },
    })),
  }
}

/** How an incident is told after a step: not at all, as in one of two worlds, or moved by days. */
const edits = fc.record({
  at: fc.nat(59),
  to: fc.constantFrom('away', 'first', 'second', 'moved'),
  days: fc.integer({ min: -700, max: 700 }),
})

export interface History {
  /** As it was, and after each step. */
  before: World
  steps: { after: World; ids: Set<number> }[]
}

/** A record that changes step by step: incidents come, go, become others and move in time, and words with them. */
export const histories: fc.Arbitrary<History> = fc
  .record({
    seed: fc.integer({ min: 1, max: 9_999 }),
    count: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 10, max: 60 })),
    steps: fc.array(fc.array(edits, { maxLength: 12 }), { minLength: 1, maxLength: 6 }),
  })
  .map(({ seed, count, steps }) => {
    const [first, second] = [randomWorld(seed, count), randomWorld(seed + 1, count)]
    const now = new Map(first.incidents.filter((_, k) => k % 4 > 0).map((one) => [one.id, one]))
    const world = () =>
      withIncidents(
        first,
        first.incidents.flatMap(({ id }) => now.get(id) ?? []),
      )
    const edited = ({ at, to, days }: (typeof steps)[number][number]) => {
      const [one, other] = [first.incidents[at], second.incidents[at]]
      const there = one && now.get(one.id)
      const next = { away: undefined, first: one, second: other, moved: there && moved(there, days) }[to]
      if (one && next) now.set(one.id, next)
      else if (one) now.delete(one.id)
      return one ? [one.id] : []
    }
    const before = world()
    return {
      before,
      steps: steps.map((step) => ({ ids: new Set(step.flatMap(edited)), after: world() })),
    }
  })

function moved(incident: WorldIncident, days: number): WorldIncident {
  const by = (date: string) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
  const { startOn, endOn, sortOn } = incident
  return { ...incident, startOn: startOn && by(startOn), endOn: endOn && by(endOn), sortOn: by(sortOn) }
}
