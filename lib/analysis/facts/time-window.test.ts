import fc from 'fast-check'
import { expect, it } from 'vitest'
import { randomWorld } from '../random-world.test-kit'
import { LASTING, NO_DAY } from './facts'
import { factsOfWorld } from './facts.test-kit'
import { classesOf, type RowsInLanes } from './rows-in-lanes'
import { extentOf, TimelineDrawing } from './time-window'

const facts = factsOfWorld(randomWorld(7, 400))
const drawing = new TimelineDrawing(facts)
const extent = extentOf(facts) ?? { from: 0, to: 0 }
const rows = [...facts.id.keys()]

/** Each row a sort of its own. */
const inLanes = (setOf: (row: number) => number): RowsInLanes => ({
  ...{ fails: new Uint16Array(rows.length), heeded: 0, ofRow: rows },
  ...classesOf(rows.map(setOf)),
})

/** Days from the first to the last that a row may have been on, in a wide world. */
const span = (row: number): [number, number] => {
  const [start, end] = [facts.start[row] as number, facts.end[row] as number]
  return [start === NO_DAY ? -1e9 : start, end === NO_DAY ? 1e9 : end]
}

const windows = fc
  .tuple(
    fc.double({ min: extent.from - 90, max: extent.to + 30, noNaN: true }),
    fc.double({ min: 0.5, max: 900, noNaN: true }),
  )
  .map(([from, days]) => ({ from, to: from + days }))

it('draws each row of a window where it was, and no other', () => {
  fc.assert(
    fc.property(
      windows,
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 3 }),
      (window, columns, lanes) => {
        const lane = (row: number) => (facts.kind[row] as number) % lanes
        const passes = (row: number) => (facts.place[row] as number) % 3 !== 0
        drawing.count(
          lanes,
          inLanes((row) => (passes(row) ? 1 << lane(row) : 0)),
        )
        const drawn = drawing.draw(window, columns, 1e6)
        const shown = rows.filter(
          (row) => passes(row) && span(row)[0] < window.to && span(row)[1] + 1 > window.from,
        )
        expect(drawn.rows).toBe(shown.length)
        expect(new Set(drawn.single?.map(({ id }) => id))).toEqual(new Set(shown.map((row) => facts.id[row])))
        const width = (window.to - window.from) / columns
        for (let l = 0; l < lanes; l++) {
          const whole = drawn.at.subarray(l * columns, (l + 1) * columns).reduce((a, b) => a + b, 0)
          const across = drawn.across.subarray(l * columns, (l + 1) * columns)
          const reaching = shown.filter((row) => lane(row) === l)
          // Whoever is drawn whole stands in one column; the others in all that they may have been in.
          const columnsOf = reaching.map((row) => {
            const [first, last] = span(row)
            const a = Math.max(0, Math.floor((first - window.from) / width))
            const b = Math.min(columns - 1, Math.ceil((last + 1 - window.from) / width) - 1)
            return { a: Math.min(a, columns - 1), b: Math.max(b, 0), open: first === -1e9 || last === 1e9 }
          })
          const single = columnsOf.filter(({ a, b, open }) => a === b && !open)
          expect(whole).toBe(single.length)
          const sum = columnsOf
            .filter((one) => !single.includes(one))
            .reduce((n, { a, b }) => n + b - a + 1, 0)
          expect(across.reduce((n, count) => n + count, 0)).toBe(sum)
        }
      },
    ),
    { numRuns: 300 },
  )
})

const inOneLane = inLanes(() => 1)

it('gives no row by itself where there are more than asked for', () => {
  drawing.count(1, inOneLane)
  expect(drawing.draw(extent, 10, 5).single).toBeNull()
  expect(drawing.draw(extent, 10, 5).rows).toBe(facts.id.length)
})

it('counts a row in each of its lanes, and once among the rows', () => {
  drawing.count(
    2,
    inLanes((row) => (row < 50 ? 0b11 : 0)),
  )
  const { rows, single } = drawing.draw(extent, 10, 1e6)
  expect([rows, single?.length]).toEqual([50, 100])
})

it('is empty where nothing is', () => {
  const none = { start: new Int32Array(0), end: new Int32Array(0) }
  expect(extentOf(none)).toBeNull()
})

it('gives what went on for more than a day by itself, the longest first, also where there are too many of all', () => {
  drawing.count(1, inOneLane)
  const window = { from: extent.from, to: extent.from + 400 }
  const days = (row: number) => span(row)[1] - span(row)[0]
  const lasting = rows
    .filter((row) => ((facts.flags[row] as number) & LASTING) > 0 && facts.start[row] !== facts.end[row])
    .filter((row) => span(row)[0] < window.to && span(row)[1] + 1 > window.from)
    // An open end is longer than all that are known.
    .sort((a, b) => Math.min(days(b), 1e8) - Math.min(days(a), 1e8) || a - b)
  expect(lasting.length).toBeGreaterThan(5)
  const drawn = drawing.draw(window, 20, 0)
  expect(drawn.single).toBeNull()
  expect(drawn.lasting.map(({ id }) => id)).toEqual(lasting.map((row) => facts.id[row]))
  expect(drawn.lasting.every((one) => one.lasting)).toBe(true)
})
