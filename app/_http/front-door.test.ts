import { describe, expect, it } from 'vitest'
import { trustedProxies } from './client-address'
import { enter } from './front-door'

const door = {
  served: { host: '127.0.0.1', port: 3000, publicOrigin: 'https://waqai.example' },
  proxies: trustedProxies(['127.0.0.1']),
  dev: false,
}
const request = (headers: Record<string, string>, socketAddress = '203.0.113.9') => ({
  method: 'GET',
  url: '/timeline?text=x',
  headers: { host: 'waqai.example', ...headers },
  socketAddress,
})

describe('the door', () => {
  it('tells the app who asks, and never what a client says of itself', () => {
    const spoofed = {
      'x-waqai-client': '127.0.0.1',
      'x-waqai-nonce': 'mine',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
      'x-real-ip': '127.0.0.1',
      'content-security-policy': "script-src 'nonce-mine'",
    }
    const { inner } = enter(door, request(spoofed), 'bmV3')
    expect(inner).toMatchObject({
      'x-waqai-client': '203.0.113.9',
      'x-waqai-nonce': 'bmV3',
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-host': 'waqai.example',
      'x-forwarded-proto': 'https',
      'x-real-ip': undefined,
    })
    expect(inner['content-security-policy']).toContain("'nonce-bmV3'")
    expect(Object.keys(spoofed).filter((name) => !(name in inner))).toEqual([])
  })

  it('believes the proxy that is trusted', () => {
    const { inner } = enter(door, request({ 'x-forwarded-for': '1.2.3.4, 198.51.100.7' }, '127.0.0.1'), 'n')
    expect(inner['x-waqai-client']).toBe('198.51.100.7')
  })

  it('gives page and answer one nonce, and the answer its headers even where it is refused', () => {
    const { headers, inner, refused } = enter(door, request({ host: 'evil.example' }), 'bmV3')
    expect(refused?.status).toBe(421)
    expect(headers['content-security-policy']).toBe(inner['content-security-policy'])
    expect(headers['strict-transport-security']).toBeDefined()
  })

  it('says of a view in a frame how it is to look, and which sites may frame it; of no other page', () => {
    const open = { ...door, served: { ...door.served, framers: ['https://news.example'] } }
    const asked = (url: string, headers = {}) => enter(open, { ...request(headers), url }, 'bmV3')
    const view = asked('/embed/map?q=a?b&lang=ar&theme=dark&kind=battles')
    expect(view.inner['x-waqai-embed']).toBe('lang=ar&theme=dark')
    expect(view.headers['content-security-policy']).toContain('frame-ancestors https://news.example;')
    expect(view.headers['x-frame-options']).toBeUndefined()
    expect(asked('/embed/map?lang=fr&theme=%0d%0a').inner['x-waqai-embed']).toBe('')
    const other = asked('/explore?lang=ar', { 'x-waqai-embed': 'lang=ar' })
    expect(other.inner).toHaveProperty('x-waqai-embed', undefined)
    expect(other.headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(other.headers['x-frame-options']).toBe('DENY')
    const closed = enter(door, { ...request({}), url: '/embed/map' }, 'bmV3')
    expect(closed.headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(closed.headers['x-frame-options']).toBe('DENY')
  })
})
