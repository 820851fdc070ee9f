export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
export const fileTypes = [...pictureTypes, 'application/pdf'] as const

export type PictureType = (typeof pictureTypes)[number]
/** What a file of evidence may be, by its content. */
export type FileType = (typeof fileTypes)[number]

export const isPictureType = (type: FileType): type is PictureType =>
  (pictureTypes as readonly FileType[]).includes(type)

/** What the file is by its first bytes, whatever it is called; null for what is not taken as evidence. */
export function typeOfContent(bytes: Uint8Array): FileType | null {
  if (latin1(bytes, 0, 3) === '\xff\xd8\xff') return 'image/jpeg'
  if (latin1(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png'
  if (latin1(bytes, 0, 4) === 'RIFF' && latin1(bytes, 8, 12) === 'WEBP') return 'image/webp'
  // A reader of PDF looks for this mark in the first kilobyte. What does not begin with it could be two things at once.
  if (/^%PDF-[12]\.\d/.test(latin1(bytes, 0, 8))) return 'application/pdf'
  return null
}

const AT_ONCE = 8192

/** Bytes as text, one character each. The decoder of that name would turn 0x80 to 0x9F into other characters. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  const texts: string[] = []
  for (let at = start; at < end; at += AT_ONCE) {
    texts.push(String.fromCharCode(...bytes.subarray(at, Math.min(end, at + AT_ONCE))))
  }
  return texts.join('')
}
