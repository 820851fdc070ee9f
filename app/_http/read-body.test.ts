import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Refusal } from '@/lib/problem'
import { readBody } from './read-body'

const schema = z.strictObject({ name: z.string(), inner: z.unknown().optional() })

const request = (body: string | Uint8Array<ArrayBuffer>, type = 'application/json') =>
  new Request('http://127.0.0.1:3000/api/x', { method: 'POST', headers: { 'content-type': type }, body })

async function codesOf(sent: Request): Promise<string[]> {
  const refusal = await readBody(sent, schema).then(
    () => null,
    (error) => error,
  )
  return refusal instanceof Refusal ? refusal.problems.map(({ code }) => code) : [String(refusal)]
}

describe('a body', () => {
  it('is taken as JSON of the schema', async () => {
    expect(await readBody(request('{"name":"درنة"}', 'application/json; charset=utf-8'), schema)).toEqual({
      name: 'درنة',
    })
  })

  it.each([
    [
      'of a form, as any page of any site may send',
      request('name=x', 'application/x-www-form-urlencoded'),
      'body-not-json',
    ],
    ['of JSON said to be text, likewise', request('{"name":"x"}', 'text/plain'), 'body-not-json'],
    ['cut short', request('{"name":"x"'), 'body-not-json'],
    ['in broken UTF-8', request(new Uint8Array([0x22, 0xff, 0x22])), 'body-not-utf8'],
    [
      'deeper than any log',
      request(`{"name":"x","inner":${'['.repeat(61)}${']'.repeat(61)}}`),
      'body-too-deep',
    ],
    ['longer than any log', request(`{"name":"${'x'.repeat(2 * 1024 * 1024)}"}`), 'body-too-large'],
  ])('%s is refused', async (_, sent, code) => {
    expect(await codesOf(sent)).toEqual([code])
  })

  it('with a field that nobody asked for is refused, not cut to what is known', async () => {
    expect(await codesOf(request('{"name":"x","role":"administrator"}'))).toHaveLength(1)
  })

  it('cannot reach the prototype of objects', async () => {
    expect(await codesOf(request('{"name":"x","__proto__":{"admin":true}}'))).toHaveLength(1)
    await readBody(request('{"name":"x","inner":{"__proto__":{"admin":true}}}'), schema)
    await readBody(request('{"name":"x","inner":{"constructor":{"prototype":{"admin":true}}}}'), schema)
    expect(({} as { admin?: true }).admin).toBeUndefined()
  })
})
