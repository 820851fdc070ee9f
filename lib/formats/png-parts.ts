import { latin1 } from './file-type'
import { Bytes, type Part, type PictureParts } from './picture-parts'

/** Chunks without which the picture looks otherwise; `acTL`, `fcTL` and `fdAT` are those of a moving one. */
const drawn = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'acTL', 'fcTL', 'fdAT'])

/** The parts of a PNG; null where it is cut short or no sound PNG. */
export function pngParts(bytes: Uint8Array): PictureParts | null {
  const file = new Bytes(bytes)
  const extras: Part[] = []
  const [width, height] = [file.big(16, 4), file.big(20, 4)]
  if (latin1(bytes, 12, 16) !== 'IHDR' || !width || !height) return null
  for (let at = 8; ; ) {
    const length = file.big(at, 4)
    if (length === null) return null
    const name = latin1(bytes, at + 4, at + 8)
    const end = at + 12 + length
    if (end > bytes.length) return null
    if (name === 'IEND') return { width, height, extras, end }
    if (!drawn.has(name)) extras.push({ name, start: at + 8, end: end - 4 })
    at = end
  }
}
