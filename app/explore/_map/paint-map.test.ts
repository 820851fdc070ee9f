import { expect, it } from 'vitest'
import type { ShownMap } from '@/lib/analysis/facts/explorer'
import { latitude, longitude, mercatorX, mercatorY } from '@/lib/analysis/facts/map-points'
import { distanceKm } from '@/lib/place/distance'
import { SvgPainter } from '../_take/svg-painter'
import { type Frame, frameAround } from './map-frame'
import { marksOf } from './map-marks'
import { type MapDrawing, paintGround, paintMap } from './paint-map'
import { pickAt } from './pick-at'
import { type Label, placeLabels } from './place-labels'
import { seenOf } from './seen-of'
import { areaShapes, choiceShape, countryShapes, isWithin, shapeOf } from './shapes'

const shown = (change: Partial<ShownMap>): ShownMap => ({
  ...{ box: { west: 0, east: 10, south: 0, north: 10 }, columns: 2, rows: 2, single: null },
  ...{ counts: Uint32Array.from([0, 3, 1, 0]), disputed: Uint32Array.from([0, 2, 0, 0]) },
  ...{ exact: 4, areas: [], moreAreas: 0, imprecise: 0, nowhere: 0, labels: [], extent: null, found: null },
  ...change,
})
const area = (precision: 'near' | 'country', lon = 20, lat = 30): ShownMap['areas'][number] => ({
  ...{ precision, lat, lon, count: 5, disputed: 1, latest: 1 },
  place: { id: 1, names: { ar: null, en: 'A place' }, country: 'LY' },
})
const single = [
  { id: 7, lat: 1, lon: 2, disputed: true },
  { id: 8, lat: 2, lon: 2, disputed: false },
  { id: 9, lat: 1, lon: 2, disputed: false },
]
/** A country of 10° by 10° with a hole of 2° by 2° in its middle. */
const square = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
]
const countries = countryShapes({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      geometry: { type: 'Polygon', coordinates: [square(20, 30, 10), square(24, 34, 2).reverse()] },
      properties: { code: 'LY' },
    },
  ],
})
const drawn = (of: ShownMap, labels: Label[] = []): MapDrawing => ({
  areas: of.areas.map((one) => ({ area: one, shapes: areaShapes(countries)(one) })),
  ...{ marks: marksOf(of), labels, choice: null },
})
const size = { width: 800, height: 600 }
const around = (lon: number, lat: number, zoom: number): Frame => frameAround({ lng: lon, lat }, zoom, size)
const pixelsOf = ({ left, top, scale }: Frame, lon: number, lat: number) =>
  [(mercatorX(lon) - left) * scale, (mercatorY(lat) - top) * scale] as const

const measureText = (text: string) => ({ width: 6 * text.length }) as TextMetrics
const colours = {
  ...{ ground: '#000001', surface: '#000002', sunken: '#000003', ink: '#000004', muted: '#000005' },
  ...{ line: '#000006', accent: '#000007', killed: '#000008', warn: '#000009' },
}
function svgOf(drawing: MapDrawing, frame: Frame): string {
  const context = new SvgPainter({ measureText })
  const sheet = { context, frame, colours, fontFamily: 'serif', measure: (text: string) => 6 * text.length }
  paintGround(sheet, countries.values())
  paintMap(sheet, drawing)
  return context.svg(size.width, size.height, '#fff', 'Map')
}

it('lays the world out as MapLibre does: its middle in the middle, 512 pixels at zoom 0', () => {
  const frame = around(20, 30, 3)
  expect(pixelsOf(frame, 20, 30)).toEqual([expect.closeTo(400, 6), expect.closeTo(300, 6)])
  expect(pixelsOf(frame, 65, 30)[0]).toBeCloseTo(400 + (512 * 8 * 45) / 360, 6)
})

it('counts a square where there is anything, in its place, the most the darkest', () => {
  const { squares, dots } = marksOf(shown({}))
  expect(dots).toEqual([])
  expect(squares).toMatchObject([
    { count: 3, disputed: 2, share: 1, west: mercatorX(5), north: mercatorY(10) },
    { count: 1, disputed: 0, share: 0.5, east: mercatorX(5), south: expect.closeTo(mercatorY(0), 9) },
  ])
})

it('draws squares or single ones, never both, and those of one point as one', () => {
  const { squares, dots } = marksOf(shown({ single }))
  expect(squares).toEqual([])
  expect(dots).toMatchObject([
    { x: mercatorX(2), y: mercatorY(1), ids: [7, 9], disputed: true },
    { x: mercatorX(2), y: mercatorY(2), ids: [8], disputed: false },
  ])
})

it('draws what is within 25 km as all that is within 25 km, also across the line of dates', () => {
  for (const lon of [20, 179.99, -179.99]) {
    const [circle] = areaShapes(null)(area('near', lon))
    for (let at = 0; at < (circle?.points.length ?? 0); at += 2) {
      const [x = 0, y = 0] = [circle?.points[at], circle?.points[at + 1]]
      expect(distanceKm({ lat: 30, lon }, { lat: latitude(y), lon: longitude(x) })).toBeCloseTo(25, 3)
      expect(Math.abs(longitude(x) - lon)).toBeLessThan(1)
    }
    expect(circle?.points).toHaveLength(128)
  }
})

it('draws what reaches over the edge of the world at the other edge too', () => {
  for (const [lon, turn] of [[179.9, -1] as const, [-179.9, 1] as const]) {
    const shapes = areaShapes(null)(area('near', lon))
    expect(shapes).toHaveLength(2)
    const beyond = mercatorX(lon > 0 ? -179.95 : 179.95)
    expect(isWithin(shapes, beyond, mercatorY(30))).toBe(true)
    expect(isWithin(shapes.slice(0, 1), beyond, mercatorY(30))).toBe(false)
    expect(shapes[1]?.west).toBeCloseTo((shapes[0]?.west ?? 0) + turn, 9)
  }
  expect(areaShapes(null)(area('near', 20))).toHaveLength(1)
})

it('draws a country by its outline, without its holes, and nothing where there is none', () => {
  const shapes = areaShapes(countries)(area('country'))
  const isIn = (lon: number, lat: number) => isWithin(shapes, mercatorX(lon), mercatorY(lat))
  expect([isIn(21, 31), isIn(29.9, 39.9), isIn(25, 35), isIn(19.9, 31)]).toEqual([true, true, false, false])
  expect(areaShapes(null)(area('country'))).toEqual([])
})

it('cuts off what is far outside of the frame, and fills the same of what is seen', () => {
  for (const [lon, lat, zoom] of [[25, 38, 9] as const, [20, 30, 7] as const, [24.5, 34.5, 9] as const]) {
    const frame = around(lon, lat, zoom)
    const shapes = areaShapes(countries)(area('country'))
    const seen = shapes.map((shape) => seenOf(shape, frame))
    for (const points of seen)
      for (const [at, value] of points.entries()) {
        expect(value).toBeGreaterThanOrEqual(-12.001)
        expect(value).toBeLessThanOrEqual((at % 2 === 0 ? size.width : size.height) + 12.001)
      }
    const cut = seen.map((points) =>
      shapeOfPixels(points.flatMap((value, at) => (at % 2 === 0 ? [[value, points[at + 1] ?? 0]] : []))),
    )
    for (let x = 3; x < size.width; x += 37)
      for (let y = 3; y < size.height; y += 37)
        expect(isWithin(cut, x, y)).toBe(
          isWithin(shapes, frame.left + x / frame.scale, frame.top + y / frame.scale),
        )
  }
  expect(seenOf(shapeOf(square(20, 30, 1)), around(-60, 0, 6))).toEqual([])
})

function shapeOfPixels(points: number[][]) {
  const [xs, ys] = [points.map(([x = 0]) => x), points.map(([, y = 0]) => y)]
  return {
    points: Float64Array.from(points.flat()),
    ...{ west: Math.min(...xs), east: Math.max(...xs), north: Math.min(...ys), south: Math.max(...ys) },
  }
}

it('keeps the true size of what is too small for its corners', () => {
  const frame = around(20, 30, 1)
  const [circle] = areaShapes(null)(area('near'))
  const points = circle ? seenOf(circle, frame) : []
  const wide = Math.max(...points.filter((_, at) => at % 2 === 0)) - (points[0] ?? 0)
  // At zoom 1, on the 30th degree, a pixel is 34 km; the circle is 50 km wide.
  expect(points).toHaveLength(8)
  expect(wide).toBeCloseTo(50 / ((40075 / 1024) * Math.cos(Math.PI / 6)), 2)
})

it('paints ground, areas, squares and words in the colours of the theme', () => {
  const frame = around(12, 20, 4)
  const label = {
    ...at(5, 15),
    text: () => 'Derna & around',
    size: 12,
    colour: 'ink',
    isBelow: true,
  } as const
  const svg = svgOf(drawn(shown({ areas: [area('near'), area('country')] }), [label]), frame)
  expect(svg).toContain('fill="#000003"')
  expect(svg.match(/fill="#000007" opacity="0\.9"/g)).toHaveLength(1)
  expect(svg.match(/fill="#000007" opacity="0\.55"/g)).toHaveLength(1)
  expect(svg).toMatch(/fill="#000008" opacity="0\.06"/)
  expect(svg).toMatch(/fill="#000008" opacity="0\.03"/)
  expect(svg).toMatch(/stroke="#000009" stroke-width="2" stroke-dasharray="3 2" opacity="0\.6"/)
  expect(svg).toMatch(/stroke="#000009" stroke-width="1\.5"\/>/)
  expect(svg).toContain('>Derna &#38; around</text>')
  expect(svg).toContain('text-anchor="middle"')
})

it('paints single ones as dots, with their number where they are several', () => {
  const svg = svgOf(drawn(shown({ single })), around(2, 1.5, 6))
  expect(svg.match(/fill="#000007" opacity="0\.85"/g)).toHaveLength(2)
  expect(svg).toContain('stroke="#000009" stroke-width="3"')
  expect(svg).toMatch(/fill="#000001">2<\/text>/)
  expect(svg).not.toMatch(/>1<\/text>/)
})

it('paints the chosen area above all that is counted, by edges straight in degrees', () => {
  const choice = choiceShape([
    [0, 0],
    [40, 60],
    [40, 0],
  ])
  const svg = svgOf({ ...drawn(shown({})), choice }, around(20, 30, 3))
  expect(svg).toMatch(/stroke="#000004" stroke-width="2"\/>/)
  const [x, y] = [mercatorX(20), mercatorY(30)]
  expect([...(choice?.points ?? [])].some((_, k, all) => all[k] === x && all[k + 1] === y)).toBe(true)
})

const at = (lon: number, lat: number) => ({ x: mercatorX(lon), y: mercatorY(lat) })
const measure = (text: string, letters: number) => (text.length * letters) / 2

it('gives words room in their order, below their points or about them, and never over one another', () => {
  const label = (text: string, lon: number, lat = 0, isBelow = false): Label => ({
    ...at(lon, lat),
    ...{ text: () => text, size: 10, colour: 'ink', isBelow },
  })
  const frame = around(0, 0, 4)
  const placed = placeLabels(
    [
      label('first', 0),
      label('second', 0.2),
      label('below', 0, 0, true),
      label('apart', 5),
      label('gone', 90),
    ],
    frame,
    measure,
  )
  expect(placed.map((one) => one.lines)).toEqual([['first'], ['apart']])
  const [first] = placed
  expect([first?.x, first?.y]).toEqual([expect.closeTo(400, 6), expect.closeTo(300, 6)])
  const [below] = placeLabels([label('below', 0, 0, true)], frame, measure)
  expect(below?.y).toBeCloseTo(300 + 5 + 6, 6)
})

it('breaks words that are long between words, and asks for none that has no room', () => {
  const long: Label = {
    ...{ ...at(0, 0), text: () => 'Democratic Republic of the Congo' },
    ...{ size: 10, colour: 'muted', isBelow: false },
  }
  const frame = around(0, 0, 4)
  const hidden: Label = {
    ...long,
    text: () => {
      throw new Error('asked for')
    },
  }
  const [placed, ...others] = placeLabels([long, hidden], frame, measure)
  expect(placed?.lines).toEqual(['Democratic', 'Republic of the', 'Congo'])
  expect(others).toEqual([])
})

it('finds what was pressed: the incidents there, else the square, else the area known the most exactly', () => {
  const areas = [area('country'), area('near', 21, 31)]
  const few = drawn(shown({ single, areas }))
  const near = around(2, 1.5, 8)
  expect(pickAt(few, near, ...pixelsOf(near, 2, 1))).toEqual({ of: 'incidents', ids: [7, 9] })
  const [x, y] = pixelsOf(near, 2, 1)
  expect(pickAt(few, near, x + 9, y)).toEqual({ of: 'incidents', ids: [7, 9] })
  expect(pickAt(few, near, x + 13, y)).toBe(null)

  const many = drawn(shown({ areas }))
  const wide = around(12, 20, 4)
  const pick = (lon: number, lat: number) => pickAt(many, wide, ...pixelsOf(wide, lon, lat))
  expect(pick(7, 8)).toMatchObject({
    of: 'square',
    count: 3,
    disputed: 2,
    box: { west: expect.closeTo(5, 6), east: expect.closeTo(10, 6), north: expect.closeTo(10, 6) },
  })
  expect(pick(2, 8)).toBe(null)
  expect(pick(21, 31)).toEqual({ of: 'area', area: areas[1] })
  expect(pick(28, 38)).toEqual({ of: 'area', area: areas[0] })
  expect(pick(25, 35)).toBe(null)
})

it('hits an area that is smaller than a mark as if it were one', () => {
  const small = area('near', 0)
  const frame = around(0, 30, 1)
  const [x, y] = pixelsOf(frame, 0, 30)
  const drawing = drawn(shown({ single: [], areas: [small] }))
  expect(pickAt(drawing, frame, x + 3, y - 3)).toEqual({ of: 'area', area: small })
  expect(pickAt(drawing, frame, x + 6, y)).toBe(null)
})
