import { across, down, type Frame } from './map-frame'

/** Words at a point of the map's square. */
export interface Label {
  x: number
  y: number
  /** Asked for only where there may be room: there are more words than room. */
  text(): string
  /** Of its letters, in pixels. */
  size: number
  colour: 'muted' | 'ink' | 'killed'
  /** Below its point, since a dot may be on it. */
  isBelow: boolean
}

/** Words that have found room. */
export interface PlacedLabel {
  label: Label
  lines: readonly string[]
  /** The middle of its first line, in pixels. */
  x: number
  y: number
}

/** Pixels that stay free around words. */
const PADDING = 4
/** Lines break at so many times the size of the letters. */
const WIDEST = 8
export const LINE = 1.2

interface Room {
  left: number
  right: number
  top: number
  bottom: number
}

/** How wide a text of letters of this size is, in pixels. */
export type Measure = (text: string, size: number) => number

/** Those of the labels that have room in the frame, without lying on one before them. */
export function placeLabels(labels: readonly Label[], frame: Frame, measure: Measure): PlacedLabel[] {
  const placed: PlacedLabel[] = []
  const taken: Room[] = []
  for (const label of labels) {
    const [x, y] = [across(frame, label.x), down(frame, label.y)]
    if (x < 0 || x > frame.width || y < 0 || y > frame.height) continue
    const isCovered = ({ left, right, top, bottom }: Room) => x > left && x < right && y > top && y < bottom
    if (!label.isBelow && taken.some(isCovered)) continue
    const lines = linesOf(label.text(), label.size, measure)
    const half = Math.max(...lines.map((line) => measure(line, label.size))) / 2
    const high = lines.length * label.size * LINE
    const top = label.isBelow ? y + label.size / 2 : y - high / 2
    const room = { left: x - half - PADDING, right: x + half + PADDING, top, bottom: top + high }
    const isFree = taken.every(
      (other) =>
        room.right <= other.left ||
        room.left >= other.right ||
        room.bottom <= other.top ||
        room.top >= other.bottom,
    )
    if (!isFree) continue
    taken.push({ ...room, top: room.top - PADDING, bottom: room.bottom + PADDING })
    placed.push({ label, lines, x, y: top + (label.size * LINE) / 2 })
  }
  return placed
}

/** Broken between words, where one line would be too long. */
function linesOf(text: string, size: number, measure: Measure): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && measure(longer, size) <= WIDEST * size) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
