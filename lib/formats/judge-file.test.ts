import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PictureType, pictureTypes } from './file-type'
import { judgeFile, pictureParts } from './judge-file'
import { joined, pdf, photograph, textBytes } from './picture.test-kit'

const photographs = new Map(
  await Promise.all(pictureTypes.map(async (type) => [type, await photograph(type)] as const)),
)
const taken = (type: PictureType) => photographs.get(type) ?? new Uint8Array()

test.each(pictureTypes)('a whole %s is taken, with its size and what is in it besides pixels', (type) => {
  expect(judgeFile(taken(type), type)).toEqual({ type, size: { width: 48, height: 32 } })
  const names = pictureParts(taken(type), type)?.extras.map(({ name }) => name)
  const expected = {
    'image/jpeg': ['APP1', 'APP2'],
    'image/png': ['eXIf', 'iCCP', 'zTXt'],
    'image/webp': ['EXIF', 'ICCP', 'XMP '],
  }
  expect(names).toEqual(expect.arrayContaining(expected[type]))
})

test('a PDF is taken, whatever it is called by those who count its versions', () => {
  expect(judgeFile(pdf(), 'application/pdf')).toEqual({ type: 'application/pdf', size: null })
  expect(judgeFile(textBytes('%PDF-2.0\n%%EOF'), 'application/pdf')).toMatchObject({ size: null })
})

test.each([
  ['a drawing that can run', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'image/svg+xml'],
  ['a page', '<!doctype html><script>alert(1)</script>', 'text/html'],
  ['a page that calls itself a picture', '<html><body>', 'image/png'],
  ['a moving picture of old', 'GIF89a\x01\x00\x01\x00', 'image/gif'],
  ['a PDF behind other bytes', 'GIF89a%PDF-1.4\n%%EOF', 'application/pdf'],
  ['an archive', 'PK\x03\x04', 'application/zip'],
  ['a picture of a telephone that few can read', '\0\0\0\x18ftypheic', 'image/heic'],
  ['one byte', '\xff', 'image/jpeg'],
])('%s is not taken', (_, text, declared) => {
  expect(judgeFile(textBytes(text), declared)).toBe('file-type-not-taken')
})

test('nothing is no file', () => {
  expect(judgeFile(new Uint8Array(), 'image/png')).toBe('file-empty')
})

test('what declares itself another type is not taken', () => {
  expect(judgeFile(taken('image/png'), 'image/jpeg')).toBe('file-type-differs')
  expect(judgeFile(pdf(), 'image/png')).toBe('file-type-differs')
  expect(judgeFile(taken('image/jpeg'), '')).toBe('file-type-differs')
})

test.each(pictureTypes)('a %s cut short anywhere is broken', (type) => {
  const whole = taken(type)
  for (let length = 12; length < whole.length; length++) {
    expect(judgeFile(whole.subarray(0, length), type), `${length}`).toBe('file-broken')
  }
})

test('a PDF without its end is broken', () => {
  expect(judgeFile(textBytes('%PDF-1.7\nhalf of it'), 'application/pdf')).toBe('file-broken')
})

test.each(pictureTypes)('whatever bytes of a %s are damaged, it is judged and nothing is thrown', (type) => {
  const whole = taken(type)
  const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(damage, (marks) => {
      const damaged = Uint8Array.from(whole)
      for (const [at, byte] of marks) damaged[at] = byte
      const judged = judgeFile(damaged, type)
      expect(typeof judged === 'string' || judged.type === type).toBe(true)
    }),
  )
})

/** A small file that unfolds to `width` × `height` pixels. */
function bomb(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const chunk = (name: string, data: Uint8Array) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)])
  }
  const pixels = deflateSync(Buffer.alloc(1000))
  const chunks = [chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]
  return joined(textBytes('\x89PNG\r\n\x1a\n'), ...chunks)
}

test('a picture that would fill the memory is turned away before it is unfolded', () => {
  expect(judgeFile(bomb(8000, 8000), 'image/png')).toMatchObject({ size: { width: 8000 } })
  expect(judgeFile(bomb(8001, 8000), 'image/png')).toBe('file-too-many-pixels')
  expect(judgeFile(bomb(0xffffffff, 0xffffffff), 'image/png')).toBe('file-too-many-pixels')
  expect(judgeFile(bomb(0, 10), 'image/png')).toBe('file-broken')
})

const archive = textBytes(`PK\x05\x06${'\0'.repeat(16)}\x02\x00hi`)

test.each(pictureTypes)('a %s that is something else too is not taken', (type) => {
  for (const other of ['<script>x</script>', '<SVG onload=x>', '<!DOCTYPE html>', '%PDF-1.4'])
    expect(judgeFile(joined(taken(type), textBytes(other)), type), other).toBe('file-two-things')
  expect(judgeFile(joined(taken(type), archive), type)).toBe('file-two-things')
})

test('a page within a comment of a picture, and an archive behind a document, are found', () => {
  const [start, rest] = [taken('image/jpeg').subarray(0, 2), taken('image/jpeg').subarray(2)]
  const comment = textBytes('\xff\xfe\x00\x14<script>1</script>')
  expect(judgeFile(joined(start, comment, rest), 'image/jpeg')).toBe('file-two-things')
  expect(judgeFile(joined(pdf(), archive), 'application/pdf')).toBe('file-two-things')
})

test('what telephones write behind a picture is no reason to refuse it: the original stays as it is', () => {
  const film = textBytes(`\0\0\0\x18ftypmp42${'\x01'.repeat(500)}`)
  expect(judgeFile(joined(taken('image/jpeg'), film), 'image/jpeg')).toMatchObject({ type: 'image/jpeg' })
  const second = joined(taken('image/jpeg'), taken('image/jpeg'))
  expect(pictureParts(second, 'image/jpeg')?.end).toBe(taken('image/jpeg').length)
})
