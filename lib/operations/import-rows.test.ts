import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { gedColumns } from '@/lib/formats/ucdp-ged-columns'
import { openRows } from './import-rows'

const encoder = new TextEncoder()

setFlagsFromString('--expose_gc')
const collect: () => void = runInNewContext('gc')

async function* endless(megabytes: number): AsyncGenerator<Uint8Array> {
  yield encoder.encode(`${gedColumns.join(',')}\n`)
  const row = `${gedColumns.map((_, i) => `"value ${i}, of some length"`).join(',')}\n`
  const chunk = encoder.encode(row.repeat(200))
  for (let sent = 0; sent < megabytes * 1_000_000; sent += chunk.length) yield chunk.slice()
}

it('holds no more of a large file than a chunk and a record', { timeout: 60_000 }, async () => {
  const held = () => {
    collect() // else garbage of other tests in this process, and our own, would be counted
    return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
  }
  const before = held()
  let most = 0
  let rows = 0
  let chunks = 0
  for await (const some of (await openRows(endless(80))).rows) {
    rows += some.length
    if (++chunks % 20 === 1) most = Math.max(most, held() - before)
  }
  expect(rows).toBeGreaterThan(60_000)
  expect(chunks).toBeGreaterThan(40)
  // The text alone would be 160 MB.
  expect(most).toBeLessThan(20_000_000)
})
