import 'server-only'
import type { Bulk } from './bulk'

/** A row of the dataset that is here already. */
export interface StoredRow {
  externalId: string
  incidentId: number
  importId: number
  code: string
  version: number
  values: string[]
  /** Somebody has changed the incident since it came in: its open version has a document of its own. */
  changedHere: boolean
  deletedHere: boolean
}

/** Rows already here, by the dataset's own id. */
export async function storedRows(
  bulk: Bulk,
  datasetId: number,
  externalIds: readonly string[],
): Promise<Map<string, StoredRow>> {
  const { rows } = await bulk.query<StoredRow>(
    `select s.external_id as "externalId", s.incident_id as "incidentId", s.import_id as "importId", s.values,
            i.code, i.version, v.document is not null as "changedHere", i.deleted_at is not null as "deletedHere"
       from source_row s
       join incident i on i.id = s.incident_id
       left join incident_version v on v.incident_id = i.id and v.recorded_to is null
      where s.dataset_id = $1 and s.external_id = any($2::text[])`,
    [datasetId, externalIds],
  )
  return new Map(rows.map((row) => [row.externalId, row]))
}

/** Columns and dataset version of past imports, which their source rows are read by. */
export async function pastImports(
  bulk: Bulk,
  ids: readonly number[],
): Promise<Map<number, { columns: string[]; version: string }>> {
  const { rows } = await bulk.query<{ id: number; columns: string[]; version: string }>(
    'select id, columns, dataset_version as version from import where id = any($1::int[])',
    [ids],
  )
  return new Map(rows.map(({ id, ...rest }) => [id, rest]))
}

/** Keeps everybody else from changing these incidents until the transaction ends. */
export async function lockReplaced(bulk: Bulk, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await bulk.query('select from incident where id = any($1::int[]) order by id for no key update', [ids])
}

/** Lets one importer at a time write rows of a dataset, so that two over one file double nothing. */
export async function lockDataset(bulk: Bulk, datasetId: number): Promise<void> {
  await bulk.query('select from dataset where id = $1 for no key update', [datasetId])
}
