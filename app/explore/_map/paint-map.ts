import type { MapArea } from '@/lib/analysis/facts/map-grid'
import type { Painter } from '../_take/svg-painter'
import { across, down, type Frame } from './map-frame'
import { dotRadius, type MapMarks } from './map-marks'
import type { MapColours } from './map-style'
import { type Label, LINE, type Measure, type PlacedLabel, placeLabels } from './place-labels'
import { seenOf } from './seen-of'
import type { Shape } from './shapes'

/** What the map is drawn on, and how. */
export interface MapSheet {
  context: Painter
  frame: Frame
  colours: MapColours
  fontFamily: string
  measure: Measure
}

/** All that is drawn on the ground of a map. */
export interface MapDrawing {
  areas: readonly { area: MapArea; shapes: readonly Shape[] }[]
  marks: MapMarks
  /** The most important first. */
  labels: readonly Label[]
  choice: Shape | null
}

/** Sea, land and borders: where the map's library draws them, it does so below. */
export function paintGround({ context, frame, colours }: MapSheet, land: Iterable<readonly Shape[]>): void {
  context.globalAlpha = 1
  context.fillStyle = colours.sunken
  context.fillRect(0, 0, frame.width, frame.height)
  context.beginPath()
  for (const shapes of land) trace(context, frame, shapes)
  context.fillStyle = colours.surface
  context.fill()
  stroke(context, colours.line, 0.7)
}

/** What is counted, and the names of what it is counted in. */
export function paintMap(sheet: MapSheet, drawing: MapDrawing): void {
  const { context, frame, colours } = sheet
  paintAreas(sheet, drawing.areas)
  paintSquares(sheet, drawing.marks)
  paintDots(sheet, drawing.marks)
  context.globalAlpha = 1
  if (drawing.choice) {
    context.beginPath()
    trace(context, frame, [drawing.choice])
    stroke(context, colours.ink, 2)
  }
  const placed = placeLabels(drawing.labels, frame, sheet.measure)
  // Those that were placed first stand on top.
  for (const label of placed.reverse()) write(sheet, label)
}

const DASHES = [3, 2]

function paintAreas({ context, frame, colours }: MapSheet, areas: MapDrawing['areas']): void {
  context.fillStyle = colours.killed
  for (const { area, shapes } of areas) {
    context.beginPath()
    trace(context, frame, shapes)
    context.globalAlpha = area.precision === 'country' ? 0.03 : 0.06
    context.fill()
  }
  context.globalAlpha = 0.6
  context.setLineDash(DASHES)
  // All edges alike are one line: where areas overlap, their edges are no thicker.
  for (const isDisputed of [false, true]) {
    context.beginPath()
    for (const { area, shapes } of areas) if (area.disputed > 0 === isDisputed) trace(context, frame, shapes)
    stroke(context, isDisputed ? colours.warn : colours.killed, isDisputed ? 2 : 1)
  }
  context.setLineDash([])
}

function paintSquares({ context, frame, colours }: MapSheet, { squares }: MapMarks): void {
  context.fillStyle = colours.accent
  const disputed: [left: number, top: number, right: number, bottom: number][] = []
  for (const square of squares) {
    // On whole pixels: between squares side by side there is no line.
    const [left, right] = [Math.round(across(frame, square.west)), Math.round(across(frame, square.east))]
    const [top, bottom] = [Math.round(down(frame, square.north)), Math.round(down(frame, square.south))]
    context.globalAlpha = 0.2 + 0.7 * square.share
    context.fillRect(left, top, right - left, bottom - top)
    if (square.disputed > 0) disputed.push([left, top, right, bottom])
  }
  context.globalAlpha = 1
  context.beginPath()
  for (const [left, top, right, bottom] of disputed)
    line(context, [left, top, right, top, right, bottom, left, bottom])
  stroke(context, colours.warn, 1.5)
}

function paintDots({ context, frame, colours, fontFamily }: MapSheet, { dots }: MapMarks): void {
  for (const dot of dots) {
    const [x, y] = [across(frame, dot.x), down(frame, dot.y)]
    context.globalAlpha = 0.85
    context.beginPath()
    context.arc(x, y, dotRadius(dot), 0, 2 * Math.PI)
    context.fillStyle = colours.accent
    context.fill()
    context.globalAlpha = 1
    stroke(context, dot.disputed ? colours.warn : colours.surface, dot.disputed ? 3 : 1)
    if (dot.ids.length < 2) continue
    context.font = `10px ${fontFamily}`
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    context.fillStyle = colours.ground
    context.fillText(String(dot.ids.length), x, y)
  }
}

/** With a rim of the ground's colour: what lies below may be of any. */
function write({ context, colours, fontFamily }: MapSheet, { label, lines, x, y }: PlacedLabel): void {
  context.font = `${label.size}px ${fontFamily}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.lineWidth = 3
  context.strokeStyle = colours.ground
  context.fillStyle = colours[label.colour]
  for (const [at, text] of lines.entries()) {
    const middle = y + at * label.size * LINE
    context.strokeText(text, x, middle)
    context.fillText(text, x, middle)
  }
}

function trace(context: Painter, frame: Frame, shapes: readonly Shape[]): void {
  for (const shape of shapes) line(context, seenOf(shape, frame))
}

/** A closed line through points, x and y by turns. */
function line(context: Painter, points: readonly number[]): void {
  if (points.length === 0) return
  context.moveTo(points[0] as number, points[1] as number)
  for (let at = 2; at < points.length; at += 2) context.lineTo(points[at] as number, points[at + 1] as number)
  context.closePath()
}

function stroke(context: Painter, colour: string, width: number): void {
  context.strokeStyle = colour
  context.lineWidth = width
  context.stroke()
}
