import { describe, expect, it } from 'vitest'
import { answerHeaders, pagePolicy } from './answer-headers'

const asked = { path: '/timeline', nonce: 'bm9uY2U=', secure: false, dev: false }

const paths = ['/', '/timeline', '/nowhere', '/api/v1/summary', '/_next/static/chunks/a.js', '/icon.svg', '']

describe('the headers of every answer', () => {
  it.each(paths)('close what %j does not need', (path) => {
    const headers = answerHeaders({ ...asked, path })
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['permissions-policy']).toContain('geolocation=()')
    const policy = headers['content-security-policy']
    expect(policy).toMatch(/^default-src '(none|self)'/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(headers['strict-transport-security']).toBeUndefined()
  })

  it('let nobody keep what is somebody’s to see', () => {
    expect(answerHeaders(asked)['cache-control']).toBe('no-store')
    expect(answerHeaders({ ...asked, path: '/api/log' })['cache-control']).toBe('no-store')
    expect(answerHeaders({ ...asked, path: '/_next/static/a.js' })['cache-control']).toBeUndefined()
  })

  it('give a page’s scripts and styles their nonce, and data a sandbox', () => {
    const policy = answerHeaders(asked)['content-security-policy']
    expect(policy).toContain("script-src 'nonce-bm9uY2U=' 'strict-dynamic';")
    expect(policy).toContain("style-src 'self' 'nonce-bm9uY2U=';")
    expect(policy).toContain('report-uri /api/csp-reports')
    expect(answerHeaders({ ...asked, path: '/api/v1/incidents' })['content-security-policy']).toMatch(
      /^default-src 'none'.*; sandbox$/,
    )
  })

  it('hold a browser to https where that is the address', () => {
    const headers = answerHeaders({ ...asked, secure: true })
    expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains')
    expect(headers['content-security-policy']).toContain('upgrade-insecure-requests')
  })

  it('let the sites named frame a page, and nothing but that', () => {
    const framers = ['https://news.example', 'http://localhost:8080']
    const [closed, open] = [answerHeaders(asked), answerHeaders({ ...asked, framers })]
    expect(open['content-security-policy']).toContain(
      'frame-ancestors https://news.example http://localhost:8080;',
    )
    expect(open['x-frame-options']).toBeUndefined()
    const policyOf = (headers: Record<string, string>) =>
      String(headers['content-security-policy']).replace(/frame-ancestors [^;]*/, '')
    expect(policyOf(open)).toBe(policyOf(closed))
    const { 'x-frame-options': denied, ...others } = closed
    expect(denied).toBe('DENY')
    const said = { 'content-security-policy': '' }
    expect({ ...open, ...said }).toEqual({ ...others, ...said })
  })

  it('let nobody frame data or files, whoever may frame pages', () => {
    for (const path of ['/api/explore/facts', '/_next/static/chunks/a.js']) {
      const headers = answerHeaders({ ...asked, path, framers: ['*'] })
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers['x-frame-options']).toBe('DENY')
    }
  })

  it('loosen scripts and styles for hot reload only', () => {
    expect(pagePolicy({ ...asked, dev: true })).toContain('unsafe-eval')
    expect(pagePolicy(asked)).not.toContain('unsafe')
  })
})
