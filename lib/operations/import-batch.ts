import { type Bulk, inTransaction } from '@/lib/db/bulk'
import { resolveActors } from '@/lib/db/import-actors'
import { insertIncidents, replaceIncidents } from '@/lib/db/import-incidents'
import { countImport, type LineProblem, type RowCounts, recordProblems } from '@/lib/db/import-run'
import { lockDataset, lockReplaced, pastImports, type StoredRow, storedRows } from '@/lib/db/import-stored'
import { compareVersions } from '@/lib/formats/dataset-version'
import type { ImportedIncident, RowProblem } from '@/lib/formats/imported-incident'
import { gedReader } from '@/lib/formats/ucdp-ged'
import { incidentRows, type RowToWrite } from './import-incident-row'
import type { ImportPlaces } from './import-places'
import type { RawRow } from './import-rows'

/** One run over one file, as its batches need it. */
export interface ImportRun {
  bulk: Bulk
  importId: number
  datasetId: number
  statementId: number
  version: string
  read: (values: string[]) => ImportedIncident | RowProblem[]
  places: ImportPlaces
  /** Rows of past imports, read as their own columns say. */
  past: Map<number, { version: string; read: (values: string[]) => ImportedIncident | RowProblem[] }>
}

export interface BatchResult {
  counts: RowCounts
  problems: LineProblem[]
}

interface ReadRow {
  line: number
  values: string[]
  incident: ImportedIncident
}

/**
 * Brings a batch of rows in, by one transaction: whatever happens, a row is in whole or not at all, and a run that
 * was cut short is completed by running it again. `before` is what was counted so far, stored with the batch.
 */
export async function importBatch(
  run: ImportRun,
  { good, problems, read }: ReadBatch,
  before: RowCounts,
): Promise<BatchResult> {
  try {
    return await inTransaction(run.bulk, async () => {
      await lockDataset(run.bulk, run.datasetId)
      const sorted = await sortRows(run, good)
      await write(run, sorted.write)
      const all = [...problems, ...sorted.problems].sort((a, b) => a.line - b.line)
      const counts = added(before, {
        read,
        new: sorted.write.filter(({ stored }) => !stored).length,
        changed: sorted.write.filter(({ stored }) => stored).length,
        unchanged: sorted.unchanged,
        older: sorted.older,
        refused: new Set(all.map(({ line }) => line)).size,
      })
      await recordProblems(run.bulk, run.importId, all)
      await countImport(run.bulk, run.importId, counts)
      return { counts, problems: all }
    })
  } catch (error) {
    run.places.forget()
    throw error
  }
}

/** What the rows of a batch tell, and what is wrong with the others. */
export interface ReadBatch {
  read: number
  good: ReadRow[]
  problems: LineProblem[]
}

/** Reads the rows of a batch, which needs no database. */
export function readRows({ read: readRow }: Pick<ImportRun, 'read'>, rows: readonly RawRow[]): ReadBatch {
  const good: ReadRow[] = []
  const problems: LineProblem[] = []
  for (const row of rows) {
    const read = 'problem' in row ? [row.problem] : readRow(row.values)
    if (Array.isArray(read)) problems.push(...read.map((problem) => ({ ...problem, line: row.line })))
    else if ('values' in row) good.push({ line: row.line, values: row.values, incident: read })
  }
  return { read: rows.length, good, problems }
}

interface SortedRows {
  write: RowToWrite[]
  unchanged: number
  older: number
  problems: LineProblem[]
}

/** Tells new rows from changed, unchanged and older ones, and from those that must be left alone. */
async function sortRows(run: ImportRun, rows: readonly ReadRow[]): Promise<SortedRows> {
  const stored = await storedFor(run, rows)
  await rememberImports(run, [...stored.values()])
  const sorted: SortedRows = { write: [], unchanged: 0, older: 0, problems: [] }
  const changed: ReadRow[] = []
  const inBatch = new Map<string, ImportedIncident>()
  for (const row of rows) {
    const { externalId } = row.incident
    const twin = inBatch.get(externalId)
    inBatch.set(externalId, row.incident)
    const before = stored.get(externalId)
    const verdict = twin ? ofTwin(twin, row.incident) : verdictOf(run, row.incident, before)
    if (verdict === 'write' && before) changed.push(row)
    else put(sorted, row, verdict, null)
  }
  // Locked and read once more: somebody may be changing one, and that must neither be lost nor break the import.
  await lockReplaced(
    run.bulk,
    changed.flatMap(({ incident }) => stored.get(incident.externalId)?.incidentId ?? []),
  )
  const locked = await storedFor(run, changed)
  for (const row of changed) {
    const before = locked.get(row.incident.externalId)
    put(sorted, row, verdictOf(run, row.incident, before), before ?? null)
  }
  return sorted
}

function put(sorted: SortedRows, row: ReadRow, verdict: Verdict, stored: StoredRow | null): void {
  if (verdict === 'write') sorted.write.push({ ...row, stored })
  else if (verdict === 'unchanged' || verdict === 'older') sorted[verdict] += 1
  else sorted.problems.push({ line: row.line, field: 'id', code: verdict, value: row.incident.externalId })
}

const storedFor = async (run: ImportRun, rows: readonly ReadRow[]): Promise<Map<string, StoredRow>> =>
  rows.length === 0
    ? new Map()
    : storedRows(
        run.bulk,
        run.datasetId,
        rows.map(({ incident }) => incident.externalId),
      )

type Verdict = 'write' | 'unchanged' | 'older' | 'id-twice' | 'changed-here' | 'deleted-here'

const ofTwin = (first: ImportedIncident, second: ImportedIncident): Verdict =>
  same(first, second) ? 'unchanged' : 'id-twice'

function verdictOf(run: ImportRun, incident: ImportedIncident, stored: StoredRow | undefined): Verdict {
  if (!stored) return 'write'
  const past = run.past.get(stored.importId)
  const before = past?.read(stored.values)
  if (before && !Array.isArray(before) && same(before, incident)) return 'unchanged'
  if (past && compareVersions(run.version, past.version) < 0) return 'older'
  if (stored.importId === run.importId) return 'id-twice'
  if (stored.deletedHere) return 'deleted-here'
  return stored.changedHere ? 'changed-here' : 'write'
}

/** Whether two rows tell the same of the incident; other columns, or their order, do not matter. */
const same = (a: ImportedIncident, b: ImportedIncident) => JSON.stringify(a) === JSON.stringify(b)

async function rememberImports(run: ImportRun, stored: readonly StoredRow[]): Promise<void> {
  const ids = [...new Set(stored.map(({ importId }) => importId))].filter((id) => !run.past.has(id))
  if (ids.length === 0) return
  for (const [id, { columns, version }] of await pastImports(run.bulk, ids)) {
    run.past.set(id, { version, read: gedReader(columns) })
  }
}

async function write(run: ImportRun, rows: readonly RowToWrite[]): Promise<void> {
  if (rows.length === 0) return
  const place = await run.places.resolve(rows.map(({ incident }) => incident.where))
  const parties = new Map(rows.flatMap(({ incident }) => incident.parties).map((party) => [party.key, party]))
  const actors = await resolveActors(run.bulk, [...parties.values()])
  const all = await incidentRows(run.bulk, rows, place, actors)
  await insertIncidents(
    run.bulk,
    run,
    all.filter(({ version }) => version === 1),
  )
  await replaceIncidents(
    run.bulk,
    run,
    all.filter(({ version }) => version > 1),
  )
}

function added(first: RowCounts, second: RowCounts): RowCounts {
  return {
    read: first.read + second.read,
    new: first.new + second.new,
    changed: first.changed + second.changed,
    unchanged: first.unchanged + second.unchanged,
    older: first.older + second.older,
    refused: first.refused + second.refused,
  }
}
