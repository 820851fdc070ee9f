import 'server-only'
import type { Viewer } from '@/lib/access/viewer'
import type { Answer } from '@/lib/analysis/facts/answer'
import { without } from '@/lib/analysis/facts/dimensions'
import { type DrawnTimeline, MOST_SINGLE, type Question } from '@/lib/analysis/facts/explorer'
import { type Lane, lanesShown, ownLanes, typesOf } from '@/lib/analysis/facts/lanes'
import { classesOf, lowest, type RowsInLanes } from '@/lib/analysis/facts/rows-in-lanes'
import { MOST_LASTING, type Single, TimelineDrawing } from '@/lib/analysis/facts/time-window'
import { longestIn, type SpanOfOne, singlesIn, spansIn, type TimeWorld } from '@/lib/db/explore/spans'
import { matching } from '@/lib/db/filter-sql'
import type { Database } from '@/lib/db/transaction'
import { kinds, typeOfKind } from '@/lib/incident/kinds'

/** The timeline of a question, from incidents counted by their span and lanes: single ones are read where they are few. */
export async function drawSpans(
  db: Database,
  viewer: Viewer,
  question: Pick<Question, 'filter' | 'window' | 'lanes' | 'columns'>,
  { extent, kinds: here }: TimeWorld,
  answer: Answer,
): Promise<DrawnTimeline | null> {
  const window = question.window ?? extent
  if (window === null || question.columns < 1) return null
  const of = lanesShown(question.lanes, typesOf(here), answer)
  const { incidents: from, inside: where } = await matching(db, without(question.filter, 'time'), viewer)
  const asked = { from, where, window, lanes: question.lanes, own: ownLanes(of) }
  const { weight, ...spans } = await spansIn(db, asked)
  const none = { id: new Uint32Array(weight.length), flags: new Uint8Array(weight.length) }
  const drawing = new TimelineDrawing({ ...spans, ...none })
  drawing.count(of.length, inTheirLanes(spans.lane, of), weight)
  const drawn = drawing.draw(window, question.columns, NONE_SINGLE)
  const single = drawn.rows > MOST_SINGLE ? null : inLanes(await singlesIn(db, asked), of)
  const lasting = inLanes(await longestIn(db, asked, MOST_LASTING), of, MOST_LASTING)
  return { ...drawn, single, lasting, window, of }
}

/** Groups are no incidents, and none of them is drawn by itself. */
const NONE_SINGLE = -1

/** Each as it stands in each of its lanes; no further ones once there are `most`. */
function inLanes(rows: readonly SpanOfOne[], of: readonly Lane[], most = Infinity): Single[] {
  const setOf = lanesTold(of)
  const single: Single[] = []
  for (const { lane: told, ...one } of rows)
    for (let set = setOf(told); set !== 0 && single.length < most; set &= set - 1)
      single.push({ ...one, lane: lowest(set) })
  return single
}

/** All rows, in the lanes that SQL tells of each. */
function inTheirLanes(told: ArrayLike<number>, of: readonly Lane[]): RowsInLanes {
  const setOf = lanesTold(of)
  const most = Array.from(told).reduce((greatest, one) => Math.max(greatest, one), 0)
  const all = { fails: new Uint16Array(told.length), heeded: 0, ofRow: told }
  return { ...all, ...classesOf(Array.from({ length: most + 1 }, (_, one) => setOf(one))) }
}

/** Lanes, a bit each, by what SQL tells of them: lib/db/explore/spans.ts. */
function lanesTold(of: readonly Lane[]): (told: number) => number {
  const [first] = of
  if (first?.of !== 'type') return (told) => told || 1 << (of.length - 1)
  const laneOf = kinds.map((kind) =>
    of.findIndex((lane) => lane.of === 'type' && lane.type === typeOfKind(kind)),
  )
  return (told) => {
    const lane = laneOf[told] ?? -1
    return lane < 0 ? 0 : 1 << lane
  }
}
