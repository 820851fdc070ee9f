import { expect, it } from 'vitest'
import { gedColumns } from '@/lib/formats/ucdp-ged-columns'
import { openRows } from './import-rows'

const encoder = new TextEncoder()

async function* endless(megabytes: number): AsyncGenerator<Uint8Array> {
  yield encoder.encode(`${gedColumns.join(',')}\n`)
  const row = `${gedColumns.map((_, i) => `"value ${i}, of some length"`).join(',')}\n`
  const chunk = encoder.encode(row.repeat(200))
  for (let sent = 0; sent < megabytes * 1_000_000; sent += chunk.length) yield chunk.slice()
}

it('holds no more of a large file than a chunk and a record', { timeout: 60_000 }, async () => {
  const held = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
  const before = held()
  let most = 0
  let rows = 0
  for await (const some of (await openRows(endless(80))).rows) {
    rows += some.length
    most = Math.max(most, held() - before)
  }
  expect(rows).toBeGreaterThan(60_000)
  // The text alone would be 160 MB; what is there is garbage that was not collected yet.
  expect(most).toBeLessThan(80_000_000)
})
