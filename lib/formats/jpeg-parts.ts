import { Bytes, type Part, type PictureParts } from './picture-parts'

const END = 0xd9
const SCAN = 0xda
const COMMENT = 0xfe

/** The parts of a JPEG; null where it is cut short or no sound JPEG. */
export function jpegParts(bytes: Uint8Array): PictureParts | null {
  const file = new Bytes(bytes)
  const extras: Part[] = []
  let [width, height] = [0, 0]
  for (let at = 2; ; ) {
    const marker = markerAt(bytes, at)
    if (marker === null) return null
    if (marker.code === END) return width && height ? { width, height, extras, end: marker.next } : null
    if (standsAlone(marker.code)) {
      at = marker.next
      continue
    }
    const length = file.big(marker.next, 2)
    if (length === null || length < 2 || marker.next + length > bytes.length) return null
    at = marker.next + length
    if (isFrame(marker.code)) {
      height = Math.max(height, file.big(marker.next + 3, 2) ?? 0)
      width = Math.max(width, file.big(marker.next + 5, 2) ?? 0)
    } else if (marker.code === SCAN) {
      const next = endOfScan(bytes, at)
      if (next === null) return null
      at = next
    }
    const name = extraName(marker.code)
    if (name) extras.push({ name, start: marker.next, end: marker.next + length })
  }
}

/** The marker at `at`, which any number of 0xFF may precede, and what comes after it. */
function markerAt(bytes: Uint8Array, at: number): { code: number; next: number } | null {
  if (bytes[at] !== 0xff) return null
  let next = at + 1
  while (bytes[next] === 0xff) next++
  const code = bytes[next]
  return code === undefined || code === 0 ? null : { code, next: next + 1 }
}

/** Where the coded pixels end and the next marker stands; null where the file ends before. */
function endOfScan(bytes: Uint8Array, from: number): number | null {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const code = bytes[at + 1]
    if (code === undefined) return null
    if (code !== 0 && code !== 0xff && !isRestart(code)) return at
  }
  return null
}

const isRestart = (code: number) => code >= 0xd0 && code <= 0xd7
const standsAlone = (code: number) => code === 0x01 || code === 0xd8 || isRestart(code)
/** Start of frame, of every coding; 0xC4, 0xC8 and 0xCC lie between them and are something else. */
const isFrame = (code: number) => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code)

function extraName(code: number): string | null {
  if (code === COMMENT) return 'COM'
  return code >= 0xe0 && code <= 0xef ? `APP${code - 0xe0}` : null
}
