import { completeLog } from './complete-log'
import type { FormLog } from './form-types'

/** One thing in which two states of a log differ; a side that lacks it has undefined. */
export interface Difference {
  /** "incidents/incident-1/claims/claim-2", "reports/r5/outlet". */
  id: string
  mine: unknown
  theirs: unknown
}

/** Lists whose members are compared one by one, by key. */
const keyed = new Set(['reports', 'statements', 'incidents', 'episodes', 'claims', 'parties', 'conflictSets'])
/** Members that are compared field by field rather than whole. */
const opened = new Set(['reports', 'statements', 'incidents', 'episodes'])
/** The version is what a save stands on and no text of anybody's. */
const silent = new Set(['version', 'key', 'why', 'episodesRead'])

/** An episode names its incidents, which are no things of its own. */
const isKeyed = (name: string, value: unknown): boolean =>
  keyed.has(name) && Array.isArray(value) && value.every((one) => typeof one === 'object')

type Thing = Record<string, unknown> & { key: string }

/** Where the two differ, in the order of mine, then what only they have. */
export function differences(mine: FormLog, theirs: FormLog): Difference[] {
  const [a, b] = [leaves(mine, theirs), leaves(theirs, mine)]
  return [...new Set([...a.keys(), ...b.keys()])]
    .map((id) => ({ id, mine: a.get(id), theirs: b.get(id) }))
    .filter((pair) => inOrder(pair.mine) !== inOrder(pair.theirs))
}

/** As text with its parts in one order: a database gives them back in another. What is absent is as good as null. */
function inOrder(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([, inner]) => inner !== null)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  )
}

/** Each field by its path; a thing that only one side has is told whole. */
function leaves(
  log: object,
  other: object,
  at = '',
  into = new Map<string, unknown>(),
): Map<string, unknown> {
  for (const [name, value] of Object.entries(log)) {
    if (silent.has(name)) continue
    if (!isKeyed(name, value)) into.set(`${at}${name}`, value)
    else
      for (const thing of value as Thing[]) {
        const twin = thingsOf(other, name).find(({ key }) => key === thing.key)
        if (twin && opened.has(name)) leaves(thing, twin, `${at}${name}/${thing.key}/`, into)
        else into.set(`${at}${name}/${thing.key}`, thing)
      }
  }
  return into
}

const thingsOf = (log: object, name: string): Thing[] =>
  ((log as Record<string, unknown>)[name] ?? []) as Thing[]

/** Mine with what was chosen of theirs and what that needs; incidents stand on their version. */
export function withTheirs(mine: FormLog, theirs: FormLog, chosen: ReadonlySet<string>): FormLog {
  return completeLog(mergedThing(mine, theirs, chosen, '') as FormLog, [mine, theirs])
}

function mergedThing<T extends object>(mine: T, theirs: T, chosen: ReadonlySet<string>, at: string): T {
  const entries = Object.entries(mine).map(([name, value]) => {
    const other = (theirs as Record<string, unknown>)[name]
    if (name === 'version' || name === 'episodesRead') return [name, other ?? value]
    if (isKeyed(name, value))
      return [name, mergedList(name, value as Thing[], (other ?? []) as Thing[], chosen, `${at}${name}/`)]
    return [name, chosen.has(`${at}${name}`) ? other : value]
  })
  return Object.fromEntries(entries) as T
}

function mergedList(
  name: string,
  mine: Thing[],
  theirs: Thing[],
  chosen: ReadonlySet<string>,
  at: string,
): Thing[] {
  const picks = (key: string) => [...chosen].some((id) => id === at + key || id.startsWith(`${at}${key}/`))
  const kept = mine.flatMap((thing) => {
    const other = theirs.find(({ key }) => key === thing.key)
    if (!other) return picks(thing.key) ? [] : [thing]
    if (opened.has(name)) return [mergedThing(thing, other, chosen, `${at}${thing.key}/`)]
    return [picks(thing.key) ? other : thing]
  })
  const added = theirs.filter(({ key }) => picks(key) && !mine.some((thing) => thing.key === key))
  return [...kept, ...added]
}
