import { expect, test } from 'vitest'
import { MOST_FILE_BYTES } from '@/lib/report/file-size'
import { fileDraft, withFile } from './read-file'

const sent = (body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}, query = '') =>
  new Request(`http://localhost/api/incidents/LY-2017-7KQ4/evidence${query}`, {
    method: 'POST',
    headers: { 'content-type': 'image/png', 'x-file-name': '%D8%B5.png', ...headers },
    body,
  })
const received = (request: Request) => withFile(request, (receive) => receive())
const refusedWith = (kind: string, code: string) => ({ kind, problems: [{ code }] })

test('what is said of a file is read off the headers and the query', () => {
  const request = sent(new Uint8Array(1), { 'content-type': 'Image/PNG; a=b' }, '?visibility=named&report=r1')
  expect(fileDraft(request)).toEqual({
    name: 'ص.png',
    type: 'image/png',
    visibility: 'named',
    report: 'r1',
    note: null,
  })
})

test.each([
  ['a name with a broken escape', { 'x-file-name': '%E0%A4' }, ''],
  ['a name of folders only', { 'x-file-name': 'a/' }, ''],
  ['a visibility that there is not', {}, '?visibility=world'],
  ['a parameter that nobody knows', {}, '?path=/etc'],
  ['a note with a NUL', {}, '?note=a%00b'],
])('%s is refused', (_, headers, query) => {
  expect(() => fileDraft(sent(new Uint8Array(1), headers, query))).toThrow(/invalid/)
})

test('a file is read whole, up to the most that is taken', async () => {
  expect(await received(sent(Uint8Array.of(1, 2, 3), { 'content-length': '3' }))).toEqual(
    Uint8Array.of(1, 2, 3),
  )
  expect(await received(sent(new Uint8Array(MOST_FILE_BYTES)))).toHaveLength(MOST_FILE_BYTES)
  const more = sent(new Uint8Array(MOST_FILE_BYTES + 1))
  await expect(received(more)).rejects.toMatchObject(refusedWith('too-large', 'file-too-large'))
})

test('a file of which less came than was announced is refused', async () => {
  const cut = sent(new Uint8Array(10), { 'content-length': '20' })
  await expect(received(cut)).rejects.toMatchObject(refusedWith('invalid', 'file-cut-short'))
})

test('the file of one who is refused is taken off the line and dropped', async () => {
  const request = sent(new Uint8Array(100_000))
  const refused = withFile(request, () => Promise.reject(new Error('you may not')))
  await expect(refused).rejects.toThrow('you may not')
  expect(request.bodyUsed).toBe(true)
})
