import { expect, test } from 'vitest'
import { disposition, fileName, offeredName } from './file-name'

test.each([
  ['صورة المقلع.jpg', 'صورة المقلع.jpg'],
  ['C:\\Users\\me\\photo.png', 'photo.png'],
  ['../../etc/passwd', 'passwd'],
  ['  a.pdf ', 'a.pdf'],
  ['photo\u202egpj.exe', 'photogpj.exe'],
])('%j is kept as %j', (given, kept) => {
  expect(fileName.parse(given)).toBe(kept)
})

test.each(['', ' ', 'a/', '\u202e', 'a\0b', 'a\nb', 'x'.repeat(201), '\ud800'])('%j is no name', (given) => {
  expect(fileName.safeParse(given).success).toBe(false)
})

test('a file is offered under an ending of its content', () => {
  expect(offeredName('page.html', 'application/pdf')).toBe('page.html.pdf')
  expect(offeredName('صورة.JPEG', 'image/jpeg')).toBe('صورة.JPEG')
  expect(offeredName('x', 'image/webp')).toBe('x.webp')
})

test('any name stands in the header in ASCII, and whole beside it', () => {
  expect(disposition('attachment', `درنة "a" (1)'; b.pdf`)).toBe(
    `attachment; filename="____ _a_ (1)'_ b.pdf"; filename*=UTF-8''%D8%AF%D8%B1%D9%86%D8%A9%20%22a%22%20%281%29%27%3B%20b.pdf`,
  )
  expect(disposition('inline', 'a.png')).toBe(`inline; filename="a.png"; filename*=UTF-8''a.png`)
})
