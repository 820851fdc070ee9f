import fc from 'fast-check'
import { expect, it } from 'vitest'
import { uncertaintyKm } from '@/lib/place/uncertainty'
import { randomWorld, type WorldIncident } from '../random-world.test-kit'
import { factsOfWorld } from './facts.test-kit'
import { drawMap, MOST_MARKS } from './map-grid'
import { type MapBox, mapPointsOf, mercatorX, mercatorY } from './map-points'

const world = randomWorld(2017, 1_500)
const facts = factsOfWorld(world)
const points = mapPointsOf(facts)
const incidents = new Map(world.incidents.map((incident) => [incident.id, incident]))

const degrees = (least: number, most: number) =>
  fc.tuple(fc.integer({ min: least, max: most }), fc.integer({ min: 1, max: 800 })).map(([from, size]) => ({
    from: from / 100,
    to: (from + size) / 100,
  }))
const boxes: fc.Arbitrary<MapBox> = fc
  .tuple(degrees(1_700, 2_300), degrees(2_700, 3_200))
  .map(([lon, lat]) => ({ west: lon.from, east: lon.to, south: lat.from, north: lat.to }))
const questions = fc.record({
  box: boxes,
  columns: fc.integer({ min: 1, max: 30 }),
  rows: fc.integer({ min: 1, max: 30 }),
})

const pointOf = ({ lat, lon, placeId }: WorldIncident) =>
  lat === null ? world.places.find(({ id }) => id === placeId) : { lat, lon }
/** The places of a made-up record are areas: their middle is nobody's exact point. */
const precisionOf = ({ lat, wherePrecision }: WorldIncident) =>
  lat === null && wherePrecision === 'exact' ? 'near' : wherePrecision

const asked = (row: number, parts: number) => (facts.id[row] as number) % parts === 0
const askedOf = (parts: number) =>
  [...facts.id].filter((id) => id % parts === 0).map((id) => incidents.get(id) as WorldIncident)

it('counts in each square those whose point is exact, and tells them singly where they are few', () => {
  fc.assert(
    fc.property(questions, fc.integer({ min: 1, max: 9 }), (question, parts) => {
      const drawn = drawMap(facts, points, (row) => asked(row, parts), question)
      const { box, columns, rows } = question
      const column = (lon: number) =>
        Math.floor(
          ((Math.fround(mercatorX(lon)) - mercatorX(box.west)) /
            (mercatorX(box.east) - mercatorX(box.west))) *
            columns,
        )
      const line = (lat: number) =>
        Math.floor(
          ((Math.fround(mercatorY(lat)) - mercatorY(box.north)) /
            (mercatorY(box.south) - mercatorY(box.north))) *
            rows,
        )
      const counts = new Uint32Array(columns * rows)
      const disputed = new Uint32Array(columns * rows)
      const single: number[] = []
      for (const one of askedOf(parts)) {
        const point = pointOf(one)
        if (!point || point.lat === null || point.lon === null || precisionOf(one) !== 'exact') continue
        const [x, y] = [column(point.lon), line(point.lat)]
        if (x < 0 || x >= columns || y < 0 || y >= rows) continue
        const at = y * columns + x
        counts[at] = (counts[at] ?? 0) + 1
        disputed[at] = (disputed[at] ?? 0) + Number(one.disputed)
        single.push(one.id)
      }
      expect(drawn.counts).toEqual(counts)
      expect(drawn.disputed).toEqual(disputed)
      expect(drawn.exact).toBe(single.length)
      expect(drawn.single?.map(({ id }) => id) ?? null).toEqual(single.length > MOST_MARKS ? null : single)
    }),
  )
})

it('adds up: squares, areas and what is nowhere are all there are', () => {
  const box = { west: -180, east: 180, south: -80, north: 80 }
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), (parts) => {
      const drawn = drawMap(facts, points, (row) => asked(row, parts), { box, columns: 20, rows: 20 })
      const all = askedOf(parts)
      expect(drawn.exact + drawn.imprecise + drawn.nowhere).toBe(all.length)
      expect(drawn.nowhere).toBe(all.filter((one) => (pointOf(one)?.lat ?? null) === null).length)
      expect(drawn.areas.reduce((sum, { count }) => sum + count, 0)).toBe(drawn.imprecise)
    }),
  )
})

it('never draws an imprecise one as a point, and gives each area its count and latest', () => {
  const box = { west: -180, east: 180, south: -80, north: 80 }
  const { single, areas } = drawMap(facts, points, (row) => asked(row, 3), { box, columns: 4, rows: 4 })
  for (const { id } of single ?? []) expect(precisionOf(incidents.get(id) as WorldIncident)).toBe('exact')
  for (const { precision, lat, lon, count, disputed, latest, place } of areas) {
    const within = askedOf(3).filter((one) => {
      const point = pointOf(one)
      if (!point || point.lat === null || precisionOf(one) !== precision) return false
      const country = world.places.find(({ id }) => id === one.placeId)?.path[0]
      return precision === 'country' ? country === place.id : point.lat === lat && point.lon === lon
    })
    expect(count).toBe(within.length)
    expect(disputed).toBe(within.filter((one) => one.disputed).length)
    expect(latest).toBe(within.at(-1)?.id)
  }
})

it('leaves out areas that do not reach into the box, but for countries', () => {
  fc.assert(
    fc.property(boxes, (box) => {
      const { areas } = drawMap(facts, points, () => true, { box, columns: 1, rows: 1 })
      for (const { precision, lat } of areas) {
        const km = uncertaintyKm(precision)
        if (km === null) continue
        expect(lat + km / 111).toBeGreaterThanOrEqual(box.south)
        expect(lat - km / 111).toBeLessThanOrEqual(box.north)
      }
    }),
  )
})
