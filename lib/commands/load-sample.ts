// npm run load-sample: what `npm start` loads the first time. Does nothing where it is there already.

import { keeper } from '@/lib/access/viewer'
import { loadSampleData } from '@/lib/operations/load-sample-data'
import { type ProgressLine, progressLine } from './progress-line'
import { withDatabase } from './with-database'

const bars = new Map<string, ProgressLine>()

/** The bar of a file; the file before it is done. */
function barOf(file: string): ProgressLine {
  const known = bars.get(file)
  if (known) return known
  for (const bar of bars.values()) bar.end()
  const bar = progressLine(file)
  bars.set(file, bar)
  return bar
}

const loaded = await withDatabase(() =>
  loadSampleData(keeper, {
    say: (line) => {
      for (const bar of bars.values()) bar.end()
      console.log(`      ${line}`)
    },
    onProgress: (file, { bytesRead, bytesTotal, counts }) =>
      barOf(file).show(bytesRead / bytesTotal, `${counts.read} rows`),
  }),
)
if (!loaded) console.log('      already there')
