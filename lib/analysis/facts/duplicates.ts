import { type DuplicateLink, notCounted } from '../duplicates'
import type { Facts } from './facts'
import { type View, viewBit, views, viewsOf } from './views'

/** Links that join incidents, by the places of these in a list; which of them they leave out is found once for each set. */
interface Joined {
  links: readonly DuplicateLink[]
  known: Map<number, readonly number[]>
}

/** Rows that links join. */
interface Group {
  rows: readonly number[]
  all: Joined
  /** Of the links, those between incidents of one status. */
  sameStatus: Joined
}

/** The dimensions that a row fails. */
type FailsAt = (row: number) => number

/** Keeps up which rows each view lists but does not count, since one that they are a duplicate of is counted there. */
export class Duplicates {
  /** Of each row, the views that leave it out so. */
  readonly leftOut: Uint16Array
  readonly #groups: readonly Group[]
  /** Rows of all groups, and what each failed when it was last looked at. */
  readonly #rows: Uint32Array
  readonly #fails: Uint16Array

  constructor(facts: Facts) {
    this.leftOut = new Uint16Array(facts.id.length)
    this.#groups = groupsOf(facts)
    this.#rows = Uint32Array.from(this.#groups.flatMap(({ rows }) => rows))
    // No row fails this, so that every group is looked at the first time.
    this.#fails = new Uint16Array(this.#rows.length).fill(0xffff)
  }

  /** Rows that a view leaves out so. */
  leftOutOf(view: View): Uint32Array {
    return this.#rows.filter((row) => ((this.leftOut[row] as number) & viewBit(view)) !== 0)
  }

  /** Looks again at every group of which a row fails something else than before. */
  follow(failsAt: FailsAt): void {
    let at = 0
    for (const group of this.#groups) {
      let isSame = true
      for (const past = at + group.rows.length; at < past; at++) {
        const now = failsAt(this.#rows[at] as number)
        if (this.#fails[at] === now) continue
        this.#fails[at] = now
        isSame = false
      }
      if (!isSame) this.#decide(group, failsAt)
    }
  }

  #decide(group: Group, failsAt: FailsAt): void {
    for (const [k, views] of leftOutOf(group, failsAt).entries())
      this.leftOut[group.rows[k] as number] = views
  }
}

/** For each row of the group, the views that leave it out. */
function leftOutOf({ rows, all, sameStatus }: Group, failsAt: FailsAt): number[] {
  const leftOut = rows.map(() => 0)
  const inViews = rows.map((row) => viewsOf[failsAt(row)] as number)
  for (let view = 0; view < views.length; view++) {
    // Where all statuses are in view each row is what its own status alone would count.
    const others = notCountedOf(view === STATUSES ? sameStatus : all, inViews, 1 << view)
    for (const k of others) leftOut[k] = (leftOut[k] as number) | (1 << view)
  }
  return leftOut
}

const STATUSES = views.indexOf('statuses')

/** As many as fit the bits of a number. */
const MOST_REMEMBERED = 30
const none: readonly number[] = []

/** Which are not counted where those in a view are listed. */
function notCountedOf({ links, known }: Joined, inViews: readonly number[], view: number): readonly number[] {
  if (inViews.length > MOST_REMEMBERED) return decided(links, inViews, view)
  let set = 0
  for (let k = 0; k < inViews.length; k++) if ((inViews[k] as number) & view) set |= 1 << k
  const isOneAtMost = (set & (set - 1)) === 0
  if (isOneAtMost) return none
  const before = known.get(set)
  if (before) return before
  const found = decided(links, inViews, view)
  known.set(set, found)
  return found
}

function decided(
  links: readonly DuplicateLink[],
  inViews: readonly number[],
  view: number,
): readonly number[] {
  const isListed = (k: number) => ((inViews[k] as number) & view) !== 0
  return notCounted(links.filter(({ from, to }) => isListed(from) && isListed(to)))
}

function groupsOf(facts: Facts): Group[] {
  const rowOf = rowsOf(
    facts,
    facts.duplicates.flatMap(({ from, to }) => [from, to]),
  )
  return joined(facts.duplicates.filter(({ from, to }) => rowOf.has(from) && rowOf.has(to))).map((links) => {
    // In the order of ids, by which it is decided which one counts.
    const ids = [...new Set(links.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
    const rows = ids.map((id) => rowOf.get(id) as number)
    const places = links.map(({ from, to }) => ({ from: ids.indexOf(from), to: ids.indexOf(to) }))
    const status = (k: number) => facts.status[rows[k] as number]
    return {
      rows,
      all: { links: places, known: new Map() },
      sameStatus: { links: places.filter(({ from, to }) => status(from) === status(to)), known: new Map() },
    }
  })
}

/** Links sorted into groups that nothing joins. */
function joined(links: readonly DuplicateLink[]): DuplicateLink[][] {
  const headOf = new Map<number, number>()
  const find = (id: number): number => {
    let head = id
    for (let next = headOf.get(head); next !== undefined && next !== head; next = headOf.get(head)) {
      headOf.set(head, headOf.get(next) ?? next)
      head = next
    }
    return head
  }
  for (const { from, to } of links) headOf.set(find(from), find(to))
  const groups = new Map<number, DuplicateLink[]>()
  for (const link of links) {
    const head = find(link.from)
    const group = groups.get(head)
    if (group) group.push(link)
    else groups.set(head, [link])
  }
  return [...groups.values()]
}

/** The rows of some incidents. */
export function rowsOf({ id }: Facts, ids: readonly number[]): Map<number, number> {
  const wanted = new Set(ids)
  const rows = new Map<number, number>()
  if (wanted.size === 0) return rows
  for (let row = 0; row < id.length; row++)
    if (wanted.has(id[row] as number)) rows.set(id[row] as number, row)
  return rows
}
