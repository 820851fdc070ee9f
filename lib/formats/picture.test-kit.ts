import sharp from 'sharp'
import type { PictureType } from './file-type'

/** Words that a telephone writes into a picture and that nobody outside may read. */
export const telling = {
  owner: 'Salma of Derna',
  note: 'https://witness.example/salma',
  place: 'GPSLatitude',
}

/** A picture as a telephone takes it: lying on its side, with position, owner, colour profile and XMP. */
export function photograph(type: PictureType): Promise<Uint8Array<ArrayBuffer>> {
  const format = type.slice('image/'.length) as 'jpeg' | 'png' | 'webp'
  return upright()
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Artist: telling.owner, Make: 'Telephone' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '32/1 46/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '22/1 38/1 0/1',
      },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>${telling.note}</note></x:xmpmeta>`)
    .withIccProfile('p3')
    [format]()
    .toBuffer()
    .then((file) => new Uint8Array(file))
}

/** 48 × 32, red on its left half. */
const upright = () =>
  sharp({ create: { width: 48, height: 32, channels: 3, background: '#1040a0' } }).composite([
    { input: { create: { width: 24, height: 32, channels: 3, background: '#c01010' } }, left: 0, top: 0 },
  ])

/** The least that is a PDF. */
export const pdf = (body = ''): Uint8Array<ArrayBuffer> =>
  textBytes(`%PDF-1.7\n${body}\ntrailer\n<<>>\n%%EOF\n`)

export const textBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(text, 'latin1'))

export const joined = (...parts: Uint8Array[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.concat(parts))
