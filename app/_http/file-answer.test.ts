import { expect, it } from 'vitest'
import { fileAnswer } from './file-answer'

const bytes = new Uint8Array([1, 2, 3])
const headersOf = (file: Partial<Parameters<typeof fileAnswer>[0]>) =>
  fileAnswer({ name: 'x', type: 'image/png', bytes, download: false, ...file }).headers

it('a file of others is given as what it is, and can do nothing where it is opened', () => {
  const headers = headersOf({})
  expect(headers.get('content-type')).toBe('image/png')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect(headers.get('cache-control')).toContain('no-store')
})

it('what is no picture, or no copy for sharing, is never opened in the browser', () => {
  expect(headersOf({ type: 'application/pdf' }).get('content-disposition')).toMatch(/^attachment;.*x\.pdf/)
  expect(headersOf({ download: true }).get('content-disposition')).toMatch(/^attachment;/)
  expect(headersOf({}).get('content-disposition')).toMatch(/^inline;/)
})
