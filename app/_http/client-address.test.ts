import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clientAddress, trustedProxies } from './client-address'

const proxies = trustedProxies(['127.0.0.1', '10.0.0.0/8', 'fd00::/8'])
const client = (socket: string | undefined, forwarded?: string) => clientAddress(socket, forwarded, proxies)

describe('the address of who asks', () => {
  it('is that of the socket where nobody stands before the app', () => {
    expect(client('203.0.113.9')).toBe('203.0.113.9')
    expect(client(undefined)).toBe('unknown')
  })

  it.each(['198.51.100.1', '127.0.0.1', '10.1.2.3, 198.51.100.1', 'nonsense'])(
    'does not listen to a stranger who says %s',
    (forwarded) => expect(client('203.0.113.9', forwarded)).toBe('203.0.113.9'),
  )

  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['1.1.1.1, 203.0.113.9, 10.0.0.7', '203.0.113.9'],
    ['10.0.0.8, 10.0.0.7', '10.0.0.8'],
    ['203.0.113.9, nonsense', '127.0.0.1'],
    ['203.0.113.9, nonsense, 10.0.0.7', '10.0.0.7'],
    ['', '127.0.0.1'],
    [' 203.0.113.9:4711 ', '203.0.113.9'],
    ['[2001:DB8:0::1]:4711', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['::FFFF:cb00:7109', '203.0.113.9'],
    ['fe80::1%eth0', 'fe80::1'],
    ['256.1.1.1', '127.0.0.1'],
  ])('reads what trusted proxies say from the right: %s', (forwarded, expected) =>
    expect(client('127.0.0.1', forwarded)).toBe(expected),
  )

  it('knows a trusted proxy that speaks IPv4 within IPv6', () => {
    expect(client('::ffff:10.0.0.1', '203.0.113.9')).toBe('203.0.113.9')
    expect(client('fd00::5', '203.0.113.9')).toBe('203.0.113.9')
  })

  it('is what the proxy saw, whatever the client wrote before it', () => {
    const written = fc.oneof(fc.string(), fc.ipV4(), fc.ipV6(), fc.constant('10.0.0.1'))
    fc.assert(
      fc.property(fc.array(written), (texts) => {
        expect(client('127.0.0.1', [...texts, '203.0.113.9'].join(','))).toBe('203.0.113.9')
      }),
    )
  })
})
