import { mayRecord } from '@/lib/access/questions'
import type { Viewer } from '@/lib/access/viewer'
import { inTransaction, withBulk } from '@/lib/db/bulk'
import {
  findOrMakeDataset,
  finishImport,
  type LineProblem,
  type RowCounts,
  startImport,
} from '@/lib/db/import-run'
import { gedVersionOfName } from '@/lib/formats/dataset-version'
import { gedReader } from '@/lib/formats/ucdp-ged'
import { Refusal } from '@/lib/problem'
import { type ImportRun, importBatch, type ReadBatch, readRows } from './import-batch'
import { ImportPlaces } from './import-places'
import { openRows, type RawRow } from './import-rows'
import { openSource } from './import-source'
import { ucdpGed } from './ucdp-ged-dataset'

const ROWS_PER_BATCH = 1000

/** Problems that the answer carries; all are kept with the import in the database. */
const PROBLEMS_TOLD = 1000

export interface ImportOptions {
  /** Version of the dataset; without it, what the file's name tells, else none. */
  version?: string
  slug?: string
  name?: string
  onProgress?: (progress: ImportProgress) => void
}

export interface ImportProgress {
  bytesRead: number
  bytesTotal: number
  counts: RowCounts
}

export interface ImportSummary {
  importId: number
  file: string
  dataset: string
  version: string
  counts: RowCounts
  /** Problems by code, all of them. */
  byCode: Record<string, number>
  /** The first of them, by line. */
  problems: LineProblem[]
}

/**
 * Brings a file of UCDP GED in. Rows that cannot be read are told by line and left out; rows that are here already
 * are left as they are, or become the next version where the dataset has changed them. May be run again at any time.
 * Throws a `Refusal`, having stored nothing, where the viewer may not or the file is no GED.
 */
export async function importDataset(
  viewer: Viewer,
  path: string,
  options: ImportOptions = {},
): Promise<ImportSummary> {
  if (!mayRecord(viewer)) throw new Refusal('forbidden', [{ path: [], code: 'may-not-record' }])
  if (options.version && !/^\d{1,4}(\.\d{1,4}){0,3}$/.test(options.version)) {
    throw new Refusal('invalid', [{ path: ['version'], code: 'import-version-form' }])
  }
  const source = await openSource(path)
  const { columns, rows } = await openRows(source.chunks())
  const version = options.version ?? gedVersionOfName(source.name)
  const description = {
    ...ucdpGed,
    ...(options.slug && { slug: options.slug }),
    ...(options.name && { name: options.name }),
  }
  return withBulk(async (bulk) => {
    const { dataset, importId } = await inTransaction(bulk, async () => {
      const found = await findOrMakeDataset(bulk, description)
      const run = { datasetId: found.id, datasetVersion: version, fileName: source.name, columns }
      return { dataset: found, importId: await startImport(bulk, run) }
    })
    const run: ImportRun = {
      bulk,
      importId,
      datasetId: dataset.id,
      statementId: dataset.statementId,
      version,
      read: gedReader(columns),
      places: new ImportPlaces(bulk),
      past: new Map(),
    }
    const tally = new Tally()
    for await (const batch of readAhead(readBatches(run, rows))) {
      const result = await importBatch(run, batch, tally.counts)
      tally.take(result.counts, result.problems)
      options.onProgress?.({ bytesRead: source.read(), bytesTotal: source.size, counts: result.counts })
    }
    const sha256 = source.sha256()
    await inTransaction(bulk, () =>
      finishImport(bulk, { importId, datasetId: dataset.id, sha256, byWhom: viewer.name }),
    )
    return { importId, file: source.name, dataset: description.slug, version, ...tally }
  })
}

class Tally {
  counts: RowCounts = { read: 0, new: 0, changed: 0, unchanged: 0, older: 0, refused: 0 }
  readonly byCode: Record<string, number> = {}
  readonly problems: LineProblem[] = []

  take(counts: RowCounts, problems: readonly LineProblem[]): void {
    this.counts = counts
    for (const { code } of problems) this.byCode[code] = (this.byCode[code] ?? 0) + 1
    this.problems.push(...problems.slice(0, PROBLEMS_TOLD - this.problems.length))
  }
}

/** Rows as they come, gathered to the size of a batch. */
async function* batches(rows: AsyncIterable<RawRow[]>): AsyncGenerator<RawRow[]> {
  let batch: RawRow[] = []
  for await (const some of rows) {
    for (const row of some) {
      if (isBlank(row)) continue
      batch.push(row)
      if (batch.length === ROWS_PER_BATCH) {
        yield batch
        batch = []
      }
    }
  }
  if (batch.length > 0) yield batch
}

async function* readBatches(run: ImportRun, rows: AsyncIterable<RawRow[]>): AsyncGenerator<ReadBatch> {
  for await (const batch of batches(rows)) yield readRows(run, batch)
}

/** Reads the next batch while the database is busy with this one. */
async function* readAhead<T>(values: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = values[Symbol.asyncIterator]()
  let next = iterator.next()
  for (;;) {
    const { done, value } = await next
    if (done) return
    next = iterator.next()
    next.catch(() => {}) // told when it is awaited
    yield value
  }
}

const isBlank = (row: RawRow) => 'values' in row && row.values.every((value) => value.trim() === '')
