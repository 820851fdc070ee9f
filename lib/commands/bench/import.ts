import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { projectRoot } from '@/lib/db/prisma-cli'
import { environmentWith } from '@/lib/env'
import { commandArguments } from '../child.mjs'
import type { Results } from './results'
import { onDatabase, type Stage } from './stage'

const SAMPLE = join(projectRoot, 'prisma', 'sample')

/** What the child process tells of one file. */
export interface ImportedFile {
  path: string
  rows: number
  fresh: number
  ms: number
  /** Processor time of the process; Postgres's own is not in it. */
  processorMs: number
  /** Largest resident memory of the process so far. */
  peakMiB: number
}

/** UCDP GED files that ship with the app, older versions of the dataset first, as the app loads them. */
export function sampleFiles(): string[] {
  return readdirSync(SAMPLE)
    .filter((name) => /^ged.*\.gz$/.test(name))
    .sort((a, b) => Number(/^ged\d/.test(a)) - Number(/^ged\d/.test(b)) || (a < b ? -1 : 1))
    .map((name) => join(SAMPLE, name))
}

/** How fast rows come in, how much memory that takes and how much disk they fill. */
export async function benchImport(
  stage: Stage,
  results: Results,
  say: (line: string) => void,
): Promise<void> {
  const files = sampleFiles()
  if (files.length === 0) return say('import: left out, as prisma/sample has no GED files')
  const url = await stage.fresh('bench_import')
  const before = await tableSizes(url)
  const [idle, ...imported] = await importFiles(url, files)
  for (const { path, rows, ms } of imported) {
    results.value(`${basename(path)}, ${rows} rows`, (1000 * rows) / ms, 'rows/s')
  }
  const rows = sum(imported.map((file) => file.rows))
  results.value('all files', (1000 * rows) / sum(imported.map((file) => file.ms)), 'rows/s')
  results.value(
    'all files, processor time of Node',
    (1000 * sum(imported.map((file) => file.processorMs))) / rows,
    'ms/1000 rows',
  )
  const peak = results.value('peak memory', Math.max(...imported.map((file) => file.peakMiB)), 'MiB')
  results.ratio('peak memory / memory before the first row', peak, idle?.peakMiB ?? Number.NaN)
  await onDatabase(url, 'vacuum analyze')
  tellSizes(results, before, await tableSizes(url), sum(imported.map((file) => file.fresh)))
  const [, ...again] = await importFiles(url, files)
  const all = (files: ImportedFile[]) => sum(files.map((file) => file.ms))
  results.ratio('time of the same files again, all unchanged / the first time', all(again), all(imported))
  results.value('size of the files', sum(files.map((file) => statSync(file).size)) / rows, 'bytes/row')
}

type Sizes = Map<string, number>

function tellSizes(results: Results, before: Sizes, after: Sizes, incidents: number): void {
  const growth = [...after]
    .map(([table, size]) => [table, (size - (before.get(table) ?? 0)) / incidents] as const)
    .filter(([, bytes]) => bytes >= 1)
    .sort(([, a], [, b]) => b - a)
  results.value('disk, indexes included', sum(growth.map(([, bytes]) => bytes)), 'bytes/incident')
  for (const [table, bytes] of growth) results.value(`  of which ${table}`, bytes, 'bytes/incident')
}

async function tableSizes(url: string): Promise<Sizes> {
  const rows = await onDatabase<{ table: string; size: number }>(
    url,
    `select relname as "table", pg_total_relation_size(oid)::float8 as size from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  return new Map(rows.map(({ table, size }) => [table, size]))
}

/**
 * Imports files in a process of their own, as `npm run import` does, so that its memory is that of an import alone.
 * The first answer is of no file: the process before it.
 */
export async function importFiles(url: string, files: readonly string[]): Promise<ImportedFile[]> {
  const child = spawn(process.execPath, [...commandArguments('bench-import'), ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: environmentWith({ DATABASE_URL: url }),
  })
  let told = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error('The import ended with a failure: see above.')
  return told
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ImportedFile)
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
