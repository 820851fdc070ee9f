import { describe, expect, it } from 'vitest'
import { MOST_FILE_BYTES } from '@/lib/report/file-size'
import { type GuardedRequest, MAX_BODY_BYTES, refusal } from './request-guard'

const served = { host: '127.0.0.1', port: 3000 }

function status(request: Partial<GuardedRequest>): number | undefined {
  const headers = { host: '127.0.0.1:3000', ...request.headers }
  return refusal({ method: 'GET', url: '/', ...request, headers }, served)?.status
}

describe('the guard of every request', () => {
  it.each(['127.0.0.1:3000', 'localhost:3000', 'LOCALHOST:3000', '[::1]:3000'])('answers to %s', (host) => {
    expect(status({ headers: { host } })).toBeUndefined()
  })

  it.each([
    'evil.example',
    'evil.example:3000',
    '127.0.0.1',
    '127.0.0.1:3001',
    'localhost.evil.example:3000',
    '',
  ])('does not answer to the name %s', (host) => expect(status({ headers: { host } })).toBe(421))

  it('does not answer without a name', () => {
    expect(refusal({ method: 'GET', url: '/', headers: {} }, served)?.status).toBe(421)
  })

  it.each(['http://evil.example', 'null', 'https://127.0.0.1:3000', 'http://127.0.0.1:3001', ''])(
    'refuses the origin %s, reading or writing',
    (origin) => {
      expect(status({ headers: { origin } })).toBe(403)
      expect(status({ method: 'POST', headers: { origin } })).toBe(403)
    },
  )

  it('takes a request of its own pages', () => {
    expect(status({ method: 'POST', headers: { origin: 'http://localhost:3000' } })).toBeUndefined()
    expect(status({ method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } })).toBeUndefined()
  })

  it('opens a frame of another site on views that may be framed, where any may, and on nothing else', () => {
    const frame = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }
    const asked = (url: string, framers?: string[], more: Record<string, string> = {}, method = 'GET') => {
      const headers = { host: '127.0.0.1:3000', ...frame, ...more }
      return refusal({ method, url, headers }, { ...served, ...(framers ? { framers } : {}) })?.status
    }
    expect(asked('/embed/timeline?kind=battles', ['*'])).toBeUndefined()
    expect(
      asked('/embed/timeline', ['https://news.example'], { 'sec-fetch-site': 'same-site' }),
    ).toBeUndefined()
    expect(asked('/embed/timeline')).toBe(403)
    expect(asked('/embed/timeline', [])).toBe(403)
    for (const path of ['/explore', '/embed', '/embed/', '/embed/a/b', '/api/health', '/embed/../explore'])
      expect(asked(path, ['*']), path).toBe(403)
    for (const dest of ['embed', 'object', 'script', 'image', 'empty'])
      expect(asked('/embed/timeline', ['*'], { 'sec-fetch-dest': dest }), dest).toBe(403)
    expect(asked('/embed/timeline', ['*'], { 'sec-fetch-mode': 'no-cors' })).toBe(403)
    expect(asked('/embed/timeline', ['*'], {}, 'POST')).toBe(403)
    expect(asked('/embed/timeline', ['*'], { origin: 'https://news.example' })).toBe(403)
  })

  it('takes a link from elsewhere, but no form without Origin', () => {
    const link = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    }
    expect(status({ headers: link })).toBeUndefined()
    expect(status({ headers: { ...link, 'sec-fetch-site': 'none' } })).toBeUndefined()
    expect(status({ method: 'POST', headers: link })).toBe(403)
    expect(status({ method: 'POST', headers: { ...link, 'sec-fetch-site': 'same-site' } })).toBe(403)
    expect(status({ method: 'POST', headers: { ...link, 'sec-fetch-site': 'none' } })).toBe(403)
  })

  it.each(['script', 'image', 'iframe', 'object', 'empty'])('is not embedded elsewhere as %s', (into) => {
    for (const site of ['cross-site', 'same-site'])
      for (const mode of ['no-cors', 'cors', 'navigate']) {
        const headers = { 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': into }
        expect(status({ headers })).toBe(403)
      }
  })

  it('takes Origin for no excuse where the browser says that it comes from elsewhere', () => {
    const headers = { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'cross-site' }
    expect(status({ method: 'POST', headers })).toBe(403)
  })

  it.each([
    '/%',
    '/%E0%A4%A',
    '/%ff',
    '/%00',
    '/a?b=%c3',
    '//evil.example',
    '/\\evil',
    'http://evil.example/',
    '*',
  ])('refuses the address %s', (url) => expect(status({ url })).toBe(400))

  it.each(['/', '/incidents/LY-2017-7KQ4', '/timeline?text=%D8%AF%D8%B1%D9%86%D8%A9&a=b+c', '/a%2Fb'])(
    'takes the address %s',
    (url) => expect(status({ url })).toBeUndefined(),
  )

  it('refuses a body that is too large or of unknown length', () => {
    const sized = (bytes: number) => status({ method: 'POST', headers: { 'content-length': String(bytes) } })
    expect(sized(MAX_BODY_BYTES)).toBeUndefined()
    expect(sized(MAX_BODY_BYTES + 1)).toBe(413)
    expect(status({ method: 'POST', headers: { 'transfer-encoding': 'chunked' } })).toBe(411)
  })

  it('takes a file of evidence, larger than other bodies, where files are taken', () => {
    const sized = (url: string, bytes: number) =>
      status({ method: 'POST', url, headers: { 'content-length': String(bytes) } })
    const door = '/api/incidents/LY-2017-7KQ4/evidence'
    expect(sized(`${door}?visibility=team`, MOST_FILE_BYTES)).toBeUndefined()
    expect(sized(door, MOST_FILE_BYTES + 1)).toBe(413)
    expect(sized(`${door}/more`, MAX_BODY_BYTES + 1)).toBe(413)
    expect(sized('/api/log?a=/api/incidents/x/evidence', MAX_BODY_BYTES + 1)).toBe(413)
  })

  it.each(['TRACE', 'OPTIONS', 'CONNECT', 'PROPFIND', 'get'])('does not know the method %s', (method) => {
    expect(status({ method })).toBe(405)
  })

  it.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])('knows the method %s', (method) => {
    expect(status({ method })).toBeUndefined()
  })

  it('says why in both languages', () => {
    const problem = refusal({ headers: { host: 'evil.example' } }, served)?.problem
    expect(problem?.detail).toContain('http://127.0.0.1:3000')
    expect(problem?.detail_ar).toContain('http://127.0.0.1:3000')
  })
})

describe('the guard behind a proxy with TLS', () => {
  const behind = { host: '127.0.0.1', port: 3000, publicOrigin: 'https://waqai.example' }
  const answer = (host: string, origin?: string) =>
    refusal({ method: 'POST', url: '/', headers: { host, ...(origin ? { origin } : {}) } }, behind)

  it('answers to the public name, and to this machine', () => {
    for (const host of ['waqai.example', 'WAQAI.example', '127.0.0.1:3000', 'localhost:3000'])
      expect(answer(host)).toBeUndefined()
    for (const host of ['www.waqai.example', 'waqai.example:3000', 'waqai.example.evil.example', ''])
      expect(answer(host)?.status).toBe(421)
  })

  it('takes its own pages over https only', () => {
    expect(answer('waqai.example', 'https://waqai.example')).toBeUndefined()
    for (const origin of ['http://waqai.example', 'https://evil.example', 'https://waqai.example:444'])
      expect(answer('waqai.example', origin)?.status).toBe(403)
  })

  it('names the public address', () => {
    expect(answer('evil.example')?.problem.detail).toContain('https://waqai.example')
  })
})
