import type { CivilDate } from '@/lib/incident/when'
import { combine, floorOf } from './combine'
import type { CountClaim, FigureReason } from './figure'
import { type Interval, toInterval } from './interval'
import { compareKeys } from './key-order'
import { reason } from './reason'

/** What one statement says of one slot, however many reports retell it. */
export interface Reading {
  interval: Interval
  statement: string
  speakers: readonly string[]
  saidOn: CivilDate | null
  fromDataset: boolean
  /** The point of the claim that a person has preferred, if it has one. */
  preferredPoint: number | null
  preferred: boolean
  claims: readonly string[]
  reasons: readonly FigureReason[]
}

/** A claim with the interval it gives. */
export interface Counted {
  claim: CountClaim
  interval: Interval
}

/** The claim as an interval; null where it gives none. */
export function count(claim: CountClaim): Counted | null {
  const interval = toInterval(claim.count, claim.fromDataset)
  return interval && { claim, interval }
}

/**
 * Rule 1: the claims of one statement about one slot make one reading. Retellings give their hull, marked where two
 * reports differ. Its floors stay floors: a headline's bare plural does not widen the number below it.
 * In a dataset's own statement, words beside the coded number tell how it was coded, and are not counted.
 */
export function readStatement(members: readonly Counted[], narrowed: boolean): Reading {
  const coded = members.filter(isCoded)
  const notes = coded.length > 0 ? members.filter(isCodersNote) : []
  const counted = asFloors(
    members.filter((member) => !notes.includes(member)),
    narrowed,
  )
  const first = counted[0] as Counted
  const claims = counted.map(({ claim }) => claim)
  const preferred = counted.filter(({ claim }) => claim.preferred)
  return {
    interval: counted.length === 1 ? first.interval : combine(counted.map(({ interval }) => interval)),
    statement: first.claim.statement,
    speakers: [...new Set(claims.map(({ speaker }) => speaker))].sort(compareKeys),
    saidOn: latest(claims.map(({ saidOn }) => saidOn)),
    fromDataset: claims.some(({ fromDataset }) => fromDataset),
    preferred: preferred.length > 0,
    preferredPoint: lowestPoint(preferred),
    claims: claims.map(({ key }) => key),
    reasons: remarks(counted, notes),
  }
}

/** The later of civil dates; null only if none is known. */
export function latest(dates: readonly (CivilDate | null)[]): CivilDate | null {
  return dates.reduce((a, b) => (b !== null && (a === null || b > a) ? b : a), null)
}

function isCoded({ claim, interval }: Counted): boolean {
  return claim.fromDataset && interval.kind !== 'floor'
}

function isCodersNote({ claim }: Counted): boolean {
  return claim.fromDataset && (claim.count.operator === 'word' || claim.count.operator === 'plural')
}

/**
 * "Of which two later died": a part that its slot does not name is no more than a floor of it. So it is where the slot
 * names nothing, and where the same statement gives the slot a total.
 */
function asFloors(members: readonly Counted[], narrowed: boolean): Counted[] {
  const total = members.some(({ claim }) => claim.basis === 'total')
  return members.map((member) => {
    if (member.claim.basis !== 'of-which' || (narrowed && !total)) return member
    return { claim: member.claim, interval: floorOf(member.interval) }
  })
}

function lowestPoint(preferred: readonly Counted[]): number | null {
  const points = preferred.flatMap(({ interval }) => interval.points)
  return points.length === 0 ? null : Math.min(...points)
}

function remarks(counted: readonly Counted[], notes: readonly Counted[]): FigureReason[] {
  const keys = counted.map(({ claim }) => claim.key)
  const found: FigureReason[] = []
  if (counted.length > 1 && retellingsDiffer(counted)) found.push(reason('retellings-differ', keys))
  if (notes.length > 0) {
    const [word] = notes.flatMap(({ claim }) => claim.count.word ?? []).sort(compareKeys)
    const noted = notes.map(({ claim }) => claim.key)
    found.push(reason('coded-from-words', noted, { said: word ? 'word' : 'plural', word: word ?? '' }))
  }
  const reordered = counted.filter(({ claim }) => claim.reordered)
  if (reordered.length > 0) {
    found.push(
      reason(
        'dataset-triple-reordered',
        reordered.map(({ claim }) => claim.key),
      ),
    )
  }
  return found
}

/** Whether two reports retell it with numbers of their own; a floor that the other number satisfies does not differ. */
function retellingsDiffer(counted: readonly Counted[]): boolean {
  const reports = new Set(counted.map(({ claim }) => claim.report))
  if (reports.size < 2) return false
  const bounded = counted.filter(({ interval }) => interval.kind !== 'floor')
  const numbered = counted.filter(({ interval }) => interval.points.length > 0)
  const compared = bounded.length > 0 ? bounded : numbered
  const first = compared[0]?.interval
  if (!first) return false
  if (compared.some(({ interval }) => interval.low !== first.low || interval.high !== first.high)) return true
  return bounded.length > 0 && counted.some(({ interval }) => interval.low > first.high)
}
