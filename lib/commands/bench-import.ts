// Started by `npm run bench`: imports the files of its arguments and tells, a line of JSON each, how long each took
// and how much memory the process has held at most. The first line is of the process before any file.

import { keeper } from '@/lib/access/viewer'
import { importDataset } from '@/lib/operations/import-dataset'
import type { ImportedFile } from './bench/import'

const tell = (file: Omit<ImportedFile, 'peakMiB'>) =>
  console.log(JSON.stringify({ ...file, peakMiB: process.resourceUsage().maxRSS / 1024 }))

tell({ path: '', rows: 0, fresh: 0, ms: 0, processorMs: 0 })
for (const path of process.argv.slice(2)) {
  const began = performance.now()
  const before = process.cpuUsage()
  const { counts } = await importDataset(keeper, path)
  const { user, system } = process.cpuUsage(before)
  const ms = performance.now() - began
  tell({ path, rows: counts.read, fresh: counts.new, ms, processorMs: (user + system) / 1000 })
}
