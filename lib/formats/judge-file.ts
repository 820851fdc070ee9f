import { type FileType, isPictureType, latin1, type PictureType, typeOfContent } from './file-type'
import { jpegParts } from './jpeg-parts'
import type { PictureParts } from './picture-parts'
import { pngParts } from './png-parts'
import { webpParts } from './webp-parts'

/** A picture of more pixels than this would take memory that others need to unfold. */
export const MOST_PIXELS = 64_000_000

/** Why a file is not taken as evidence: codes of `problem.json`. */
export type FileProblem =
  | 'file-empty'
  | 'file-type-not-taken'
  | 'file-type-differs'
  | 'file-broken'
  | 'file-two-things'
  | 'file-too-many-pixels'

export interface JudgedFile {
  type: FileType
  /** Of a picture, before it is turned upright. */
  size: { width: number; height: number } | null
}

/**
 * Whether the bytes are one whole file of a type that is taken as evidence, and of the one that the sender declares.
 * Decodes nothing: what a decoder could choke on is turned away before one sees it.
 */
export function judgeFile(bytes: Uint8Array, declared: string): JudgedFile | FileProblem {
  if (bytes.length === 0) return 'file-empty'
  const type = typeOfContent(bytes)
  if (type === null) return 'file-type-not-taken'
  if (declared !== type) return 'file-type-differs'
  if (isPictureType(type)) return judgePicture(bytes, type)
  if (!endsAsPdf(bytes)) return 'file-broken'
  return endsAsZip(bytes) ? 'file-two-things' : { type, size: null }
}

function judgePicture(bytes: Uint8Array, type: PictureType): JudgedFile | FileProblem {
  const parts = pictureParts(bytes, type)
  if (parts === null) return 'file-broken'
  const { width, height } = parts
  if (width * height > MOST_PIXELS) return 'file-too-many-pixels'
  const isTwo = extraRanges(bytes, parts).some(holdsAnotherKind) || endsAsZip(bytes)
  return isTwo ? 'file-two-things' : { type, size: { width, height } }
}

/** The parts of a picture's file; null where it is cut short or broken. */
export function pictureParts(bytes: Uint8Array, type: PictureType): PictureParts | null {
  switch (type) {
    case 'image/jpeg':
      return jpegParts(bytes)
    case 'image/png':
      return pngParts(bytes)
    case 'image/webp':
      return webpParts(bytes)
  }
}

const extraRanges = (bytes: Uint8Array, { extras, end }: PictureParts): Uint8Array[] =>
  [...extras, { start: end, end: bytes.length }].map((part) => bytes.subarray(part.start, part.end))

/** Looked for only where no pixels are: these may read as anything. */
const anotherKind = /<(?:script|html|!doctype|iframe|svg)[\s>/]|%PDF-\d/i
const holdsAnotherKind = (bytes: Uint8Array) => anotherKind.test(latin1(bytes, 0, bytes.length))

/** A PDF that came whole says so in its last kilobyte. */
const endsAsPdf = (bytes: Uint8Array) =>
  latin1(bytes, Math.max(0, bytes.length - 1024), bytes.length).includes('%%EOF')

const ZIP_END = 'PK\x05\x06'
const ZIP_END_LENGTH = 22

/** An archive is read from its end: the last record says how long the comment behind it is, and that fits. */
function endsAsZip(bytes: Uint8Array): boolean {
  const from = Math.max(0, bytes.length - ZIP_END_LENGTH - 0xffff)
  const tail = latin1(bytes, from, bytes.length)
  for (let at = tail.indexOf(ZIP_END); at >= 0; at = tail.indexOf(ZIP_END, at + 1)) {
    const comment = tail.charCodeAt(at + 20) + tail.charCodeAt(at + 21) * 256
    if (at + ZIP_END_LENGTH + comment === tail.length) return true
  }
  return false
}
