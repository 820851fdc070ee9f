import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { pictureTypes } from '@/lib/formats/file-type'
import { judgeFile, pictureParts } from '@/lib/formats/judge-file'
import { joined, photograph, telling, textBytes } from '@/lib/formats/picture.test-kit'
import { Refusal } from '@/lib/problem'
import { sharedCopy } from './shared-copy'

test.each(pictureTypes)(
  'the copy of a %s has its pixels, upright, and nothing that tells of anybody',
  async (type) => {
    const original = await photograph(type)
    const hidden = 'a crop left what was cut away'
    const copy = await sharedCopy(joined(original, textBytes(hidden)), type)
    expect(judgeFile(copy, type)).toEqual({ type, size: { width: 32, height: 48 } })
    expect(pictureParts(copy, type)?.end).toBe(copy.length)
    const { exif, xmp, icc, iptc, orientation } = await sharp(copy).metadata()
    expect([exif, xmp, icc, iptc, orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    const words = [telling.owner, telling.note, 'Telephone', 'Exif', 'xmpmeta', 'ICC_PROFILE', 'iCCP', hidden]
    const text = Buffer.from(copy).toString('latin1')
    expect(words.filter((word) => text.includes(word))).toEqual([])
  },
)

test('the copy shows what the original shows', async () => {
  const copy = await sharedCopy(await photograph('image/png'), 'image/png')
  const { data } = await sharp(copy).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const [top, bottom] = [[...data.subarray(0, 3)], [...data.subarray(-3)]]
  expect(top[0]).toBeGreaterThan(150)
  expect(bottom[2]).toBeGreaterThan(120)
})

test('what no decoder can read is refused as broken', async () => {
  const original = await photograph('image/png')
  const spoiled = original.map((byte, at) => (at > 100 && at < original.length - 20 ? byte ^ 0x5a : byte))
  await expect(sharedCopy(spoiled, 'image/png')).rejects.toMatchObject({
    kind: 'invalid',
    problems: [{ code: 'file-broken' }],
  })
})

test('a file that passed as one type is not read as another', async () => {
  const drawing = textBytes('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  await expect(sharedCopy(drawing, 'image/png')).rejects.toMatchObject({ kind: 'invalid' })
})

test.each(pictureTypes)('a damaged %s is copied or refused, and nothing else happens', async (type) => {
  const original = await photograph(type)
  const damage = fc.array(fc.tuple(fc.nat(original.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(damage, async (marks) => {
      const damaged = Uint8Array.from(original)
      for (const [at, byte] of marks) damaged[at] = byte
      if (typeof judgeFile(damaged, type) === 'string') return
      const copy = await sharedCopy(damaged, type).catch((reason: unknown) => reason)
      if (copy instanceof Uint8Array) expect(judgeFile(copy, type)).toMatchObject({ type })
      else expect(copy).toBeInstanceOf(Refusal)
    }),
    { numRuns: 60 },
  )
})
