import type { PictureType } from '@/lib/formats/file-type'
import { MOST_PIXELS, pictureParts } from '@/lib/formats/judge-file'
import { Refusal } from '@/lib/problem'

/** The largest picture takes some seconds; on a machine that is very busy, many. */
const LONGEST_S = 120

/** Resolution of print, which PNG bears always. No other extra may be left in a copy. */
const allowedExtras = new Set(['pHYs'])

/** The last copy that is being made. A picture unfolds to hundreds of megabytes: one at a time in this process. */
let last: Promise<unknown> = Promise.resolve()

/**
 * The picture drawn anew: upright, in sRGB, and with nothing but its pixels. Position, camera, time, names, previews,
 * and whatever hides behind its end stay behind. Refuses what cannot be decoded (`invalid`), or
 * not in time (`too-slow`).
 */
export function sharedCopy(bytes: Uint8Array, type: PictureType): Promise<Uint8Array<ArrayBuffer>> {
  const made = last.then(() => drawnAnew(bytes, type))
  last = made.catch(() => undefined)
  return made
}

async function drawnAnew(bytes: Uint8Array, type: PictureType): Promise<Uint8Array<ArrayBuffer>> {
  const sharp = await decoder()
  const format = type.slice('image/'.length) as 'jpeg' | 'png' | 'webp'
  const picture = sharp(bytes, { failOn: 'truncated', limitInputPixels: MOST_PIXELS })
    .timeout({ seconds: LONGEST_S })
    .autoOrient()
  const encoded = format === 'png' ? picture.png() : picture[format]({ quality: 90 })
  const copy = await encoded.toBuffer().catch((cause: unknown) => {
    throw /timeout/.test(String(cause)) ? tooSlow() : broken()
  })
  const drawn = new Uint8Array(copy)
  const extras = pictureParts(drawn, type)?.extras.filter(({ name }) => !allowedExtras.has(name))
  if (extras?.length !== 0) throw new Error(`a shared copy of ${type} still bears extras`)
  return drawn
}

const broken = () => new Refusal('invalid', [{ path: ['file'], code: 'file-broken' }])
const tooSlow = () => new Refusal('too-slow', [{ path: ['file'], code: 'file-too-slow' }])

/**
 * The decoder, loaded when it is first needed. It knows many formats; the rest of them is closed to it, so that a file
 * cannot pass the door as one and be read as another.
 */
async function decoder() {
  const { default: sharp } = await import('sharp')
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
  })
  sharp.cache(false)
  return sharp
}
