import { latin1 } from './file-type'
import { Bytes, type Part, type PictureParts } from './picture-parts'

/** Chunks without which the picture looks otherwise; `ANIM` and `ANMF` are those of a moving one. */
const drawn = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF'])

/** The parts of a WebP; null where it is cut short or no sound WebP. */
export function webpParts(bytes: Uint8Array): PictureParts | null {
  const file = new Bytes(bytes)
  const size = file.little(4, 4)
  if (size === null || size + 8 > bytes.length) return null
  const end = size + 8
  const extras: Part[] = []
  const sizes: [number, number][] = []
  for (let at = 12; at < end; ) {
    const length = file.little(at + 4, 4)
    if (length === null || at + 8 + length > end) return null
    const name = latin1(bytes, at, at + 4)
    sizes.push(sizeIn(file, name, at + 8))
    if (!drawn.has(name)) extras.push({ name, start: at + 8, end: at + 8 + length })
    at += 8 + length + (length % 2)
  }
  const width = sizes.reduce((most, [one]) => Math.max(most, one), 0)
  const height = sizes.reduce((most, [, one]) => Math.max(most, one), 0)
  return width && height ? { width, height, extras, end } : null
}

/** Width and height as the chunk of this name tells them; zeros where it tells none. */
function sizeIn(file: Bytes, name: string, at: number): [number, number] {
  if (name === 'VP8X') return [(file.little(at + 4, 3) ?? -1) + 1, (file.little(at + 7, 3) ?? -1) + 1]
  if (name === 'VP8 ') return [(file.little(at + 6, 2) ?? 0) & 0x3fff, (file.little(at + 8, 2) ?? 0) & 0x3fff]
  const bits = name === 'VP8L' ? file.little(at + 1, 4) : null
  return bits === null ? [0, 0] : [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1]
}
