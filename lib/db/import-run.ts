import 'server-only'
import type { RowProblem } from '@/lib/formats/imported-incident'
import { type Bulk, type Column, insertInTurn, insertion } from './bulk'

/** A dataset as the importer of its format describes it. */
export interface DatasetDescription {
  slug: string
  name: string
  licence: string
  licenceUrl: string
  attribution: string
  url: string
  /** Outcomes that it collects; the others show as "not collected". */
  collects: string[]
}

export interface DatasetFound {
  id: number
  statementId: number
}

/** The dataset with its one statement and report, made at the first import and left as it is after. */
export async function findOrMakeDataset(bulk: Bulk, dataset: DatasetDescription): Promise<DatasetFound> {
  await bulk.query('select pg_advisory_xact_lock(hashtext($1))', [`dataset:${dataset.slug}`])
  const found = await bulk.query<{ id: number; statement_id: number }>(
    'select id, statement_id from dataset where slug = $1 and statement_id is not null',
    [dataset.slug],
  )
  const [row] = found.rows
  if (row) return { id: row.id, statementId: row.statement_id }
  const made = await bulk.query<{ id: number; statement_id: number }>(
    `with report as (
       insert into report (outlet, agencies, url, title, language, visibility)
       values ($2, '{}', $6, $2, 'en', 'everyone') returning id
     ), statement as (
       insert into statement (channel, speaker_name, visibility) values ('dataset', $2, 'everyone') returning id
     ), citation as (
       insert into citation (statement_id, report_id) select statement.id, report.id from statement, report
     )
     insert into dataset (slug, name, version, licence, licence_url, attribution, url, collects, statement_id, report_id)
     select $1, $2, '', $3, $4, $5, $6, $7, statement.id, report.id from statement, report
     returning id, statement_id`,
    [
      dataset.slug,
      dataset.name,
      dataset.licence,
      dataset.licenceUrl,
      dataset.attribution,
      dataset.url,
      dataset.collects,
    ],
  )
  const fresh = made.rows[0]
  if (!fresh) throw new Error(`The dataset ${dataset.slug} was not made.`)
  return { id: fresh.id, statementId: fresh.statement_id }
}

/** Opens the record of one run over one file. */
export async function startImport(
  bulk: Bulk,
  run: { datasetId: number; datasetVersion: string; fileName: string; columns: string[] },
): Promise<number> {
  const { rows } = await bulk.query<{ id: number }>(
    `insert into import (dataset_id, dataset_version, file_name, sha256, columns)
     values ($1, $2, $3, '', $4) returning id`,
    [run.datasetId, run.datasetVersion, run.fileName, run.columns],
  )
  const id = rows[0]?.id
  if (id === undefined) throw new Error('The import was not recorded.')
  return id
}

/** What became of the rows of one file. `older`: a newer version of the dataset is here already. */
export interface RowCounts {
  read: number
  new: number
  changed: number
  unchanged: number
  older: number
  refused: number
}

/** Brings the run's counts up to date; with a batch's rows, in its transaction. */
export async function countImport(bulk: Bulk, importId: number, counts: RowCounts): Promise<void> {
  await bulk.query(
    `update import set rows_read = $2, rows_new = $3, rows_changed = $4, rows_unchanged = $5, rows_refused = $6
      where id = $1`,
    [importId, counts.read, counts.new, counts.changed, counts.unchanged + counts.older, counts.refused],
  )
}

/** Closes the run: the file's hash, the revision, and the newest version that the dataset is now of. */
export async function finishImport(
  bulk: Bulk,
  run: { importId: number; datasetId: number; sha256: string; byWhom: string },
): Promise<void> {
  await bulk.query('update import set finished_at = now(), sha256 = $2 where id = $1', [
    run.importId,
    run.sha256,
  ])
  await bulk.query(
    `update dataset set version = coalesce((
       select dataset_version from import where dataset_id = $1 and dataset_version <> ''
        order by string_to_array(dataset_version, '.')::int[] desc limit 1), '')
      where id = $1`,
    [run.datasetId],
  )
  await bulk.query(
    `insert into revision (entity, entity_id, action, by_whom, why)
     select 'import', id, 'import', $2, file_name from import where id = $1`,
    [run.importId, run.byWhom],
  )
}

export interface LineProblem extends RowProblem {
  line: number
}

/** Keeps what was wrong, by line. */
export async function recordProblems(
  bulk: Bulk,
  importId: number,
  problems: readonly LineProblem[],
): Promise<void> {
  const columns: Column<LineProblem>[] = [
    ['import_id', 'int', () => importId],
    ['line', 'int', (problem) => problem.line],
    ['field', 'text', (problem) => problem.field],
    ['code', 'text', (problem) => problem.code],
    ['value', 'text', (problem) => problem.value],
  ]
  await insertInTurn(bulk, [insertion('import_problem', columns, problems)])
}
