import 'server-only'
import type { FigureReason } from '@/lib/claim/figure'
import { FIGURE_RULE } from '@/lib/claim/figure'
import { arrayLiteral, type Bulk, type Column, type Insertion, insertInTurn, insertion } from './bulk'

/** An imported incident, ready to be written: every id is reserved, every fact derived. */
export interface IncidentRow {
  id: number
  code: string
  version: number
  kind: string
  startOn: string
  endOn: string
  whenPrecision: string
  placeId: number
  lat: number
  lon: number
  wherePrecision: string
  killed: { low: number | null; best: number | null; high: number | null; open: boolean; state: string }
  woundedState: string
  searchText: string
  externalId: string
  line: number
  values: readonly string[]
  parties: { id: number; actorId: number }[]
  claims: ClaimRow[]
  figures: FigureRow[]
}

interface CellRow {
  partyId: number | null
  status: string | null
  outcome: string
}

export interface ClaimRow extends CellRow {
  id: number
  basis: string
  operator: string
  min: number | null
  point: number | null
  max: number | null
}

export interface FigureRow extends CellRow {
  low: number | null
  best: number | null
  high: number | null
  open: boolean
  approximate: boolean
  state: string
  basis: string
  notAttributed: number | null
  reasons: FigureReason[]
}

/** What all rows of one batch share. */
export interface Batch {
  importId: number
  datasetId: number
  statementId: number
}

/** Which of these codes some incident has already. */
export async function codesTaken(bulk: Bulk, codes: readonly string[]): Promise<Set<string>> {
  const { rows } = await bulk.query<{ code: string }>(
    'select code from incident where code = any($1::text[])',
    [codes],
  )
  return new Set(rows.map(({ code }) => code))
}

/** Writes new incidents with all that hangs on them, one statement a table. */
export async function insertIncidents(bulk: Bulk, batch: Batch, rows: readonly IncidentRow[]): Promise<void> {
  await insertInTurn(bulk, [
    insertion('incident', [...identityColumns(batch), ...incidentColumns], rows),
    ...belongings(batch, rows),
  ])
}

/**
 * Writes the new state of incidents whose row has changed upstream. The version that ends keeps its raw row, which
 * the source row held for it till now, so that the past state can still be shown.
 */
export async function replaceIncidents(
  bulk: Bulk,
  batch: Batch,
  rows: readonly IncidentRow[],
): Promise<void> {
  if (rows.length === 0) return
  const ids = rows.map(({ id }) => id)
  const { rows: ended } = await bulk.query<{ id: number; at: Date }>(
    `update incident_version v
        set recorded_to = greatest(now(), v.recorded_from),
            document = jsonb_build_object('sourceRow', jsonb_build_object(
              'file', i.file_name, 'line', s.line, 'externalId', s.external_id,
              'columns', i.columns, 'values', s.values))
       from source_row s join import i on i.id = s.import_id
      where v.incident_id = s.incident_id and v.recorded_to is null and s.incident_id = any($1::int[])
      returning v.incident_id as id, v.recorded_to as at`,
    [ids],
  )
  for (const table of ['figure', 'claim', 'party', 'source_row']) {
    await bulk.query(`delete from "${table}" where incident_id = any($1::int[])`, [ids])
  }
  await updateIncidents(bulk, rows)
  await insertInTurn(bulk, belongings(batch, rows, new Map(ended.map(({ id, at }) => [id, at]))))
}

/** What hangs on incidents, what is referred to first. `since` has when the version before ended. */
const belongings = (
  batch: Batch,
  rows: readonly IncidentRow[],
  since: ReadonlyMap<number, Date> = new Map(),
): Insertion[] => [
  insertion('source_row', sourceRowColumns(batch), rows),
  versions(batch, rows, since),
  ...details(batch, rows),
]

const incidentColumns: readonly Column<IncidentRow>[] = [
  ['version', 'int', (row) => row.version],
  ['kind', 'text', (row) => row.kind],
  ['start_on', 'date', (row) => row.startOn],
  ['end_on', 'date', (row) => row.endOn],
  ['sort_on', 'date', (row) => row.startOn],
  ['when_precision', 'text', (row) => row.whenPrecision],
  ['place_id', 'int', (row) => row.placeId],
  ['lat', 'float8', (row) => row.lat],
  ['lon', 'float8', (row) => row.lon],
  ['where_precision', 'text', (row) => row.wherePrecision],
  ['killed_low', 'int', (row) => row.killed.low],
  ['killed_best', 'int', (row) => row.killed.best],
  ['killed_high', 'int', (row) => row.killed.high],
  ['killed_open', 'bool', (row) => row.killed.open],
  ['killed_state', 'text', (row) => row.killed.state],
  ['wounded_state', 'text', (row) => row.woundedState],
  ['search_text', 'text', (row) => row.searchText],
]

const identityColumns = ({ datasetId }: Batch): readonly Column<IncidentRow>[] => [
  ['id', 'int', (row) => row.id],
  ['code', 'text', (row) => row.code],
  ['dataset_id', 'int', () => datasetId],
  ['status', 'text', () => 'published'],
  ['visibility', 'text', () => 'everyone'],
  ['means', 'text[]', () => '{}'],
]

const sourceRowColumns = ({ datasetId, importId }: Batch): readonly Column<IncidentRow>[] => [
  ['incident_id', 'int', (row) => row.id],
  ['dataset_id', 'int', () => datasetId],
  ['import_id', 'int', () => importId],
  ['line', 'int', (row) => row.line],
  ['external_id', 'text', (row) => row.externalId],
  ['values', 'text[]', (row) => arrayLiteral(row.values)],
]

async function updateIncidents(bulk: Bulk, rows: readonly IncidentRow[]): Promise<void> {
  const names = incidentColumns.map(([name]) => name)
  const arrays = incidentColumns.map(([, type], i) => `$${i + 2}::${type}[]`).join(', ')
  await bulk.query(
    `update incident i set updated_at = now(), ${names.map((name) => `"${name}" = r."${name}"`).join(', ')}
       from unnest($1::int[], ${arrays}) as r (id, ${names.map((name) => `"${name}"`).join(', ')})
      where i.id = r.id`,
    [rows.map(({ id }) => id), ...incidentColumns.map(([, , value]) => rows.map(value))],
  )
}

/** A version without one before it begins now, by the database's clock. */
function versions(
  { importId }: Batch,
  rows: readonly IncidentRow[],
  since: ReadonlyMap<number, Date>,
): Insertion {
  return insertion(
    'incident_version',
    [
      ['incident_id', 'int', (row) => row.id],
      ['version', 'int', (row) => row.version],
      ['recorded_from', 'timestamptz', (row) => since.get(row.id) ?? 'now'],
      ['import_id', 'int', () => importId],
      ['line', 'int', (row) => row.line],
    ],
    rows,
  )
}

/** Parties, claims and figures. */
function details({ statementId }: Batch, rows: readonly IncidentRow[]): Insertion[] {
  const of = <T>(pick: (row: IncidentRow) => T[]) =>
    rows.flatMap((row) => pick(row).map((value, position) => ({ ...value, incidentId: row.id, position })))
  return [
    insertion(
      'party',
      [
        ['id', 'int', (party) => party.id],
        ['incident_id', 'int', (party) => party.incidentId],
        ['position', 'int', (party) => party.position],
        ['sort_on', 'date', (party) => party.startOn],
        ['actor_id', 'int', (party) => party.actorId],
        ['part', 'text', () => 'participant'],
      ],
      of((row) => row.parties.map((party) => ({ ...party, startOn: row.startOn }))),
    ),
    insertion(
      'claim',
      [
        ['id', 'int', (claim) => claim.id],
        ['incident_id', 'int', (claim) => claim.incidentId],
        ['position', 'int', (claim) => claim.position],
        ['statement_id', 'int', () => statementId],
        ['subject', 'text', () => 'casualties'],
        ['party_id', 'int', (claim) => claim.partyId],
        ['person_status', 'text', (claim) => claim.status],
        ['outcome', 'text', (claim) => claim.outcome],
        ['unit', 'text', () => 'persons'],
        ['basis', 'text', (claim) => claim.basis],
        ['operator', 'text', (claim) => claim.operator],
        ['min', 'int', (claim) => claim.min],
        ['point', 'int', (claim) => claim.point],
        ['max', 'int', (claim) => claim.max],
        ['visibility', 'text', () => 'everyone'],
      ],
      of((row) => row.claims),
    ),
    insertion(
      'figure',
      [
        ['incident_id', 'int', (figure) => figure.incidentId],
        ['party_id', 'int', (figure) => figure.partyId],
        ['person_status', 'text', (figure) => figure.status],
        ['outcome', 'text', (figure) => figure.outcome],
        ['unit', 'text', () => 'persons'],
        ['low', 'int', (figure) => figure.low],
        ['best', 'int', (figure) => figure.best],
        ['high', 'int', (figure) => figure.high],
        ['open', 'bool', (figure) => figure.open],
        ['approximate', 'bool', (figure) => figure.approximate],
        ['state', 'text', (figure) => figure.state],
        ['basis', 'text', (figure) => figure.basis],
        ['not_attributed', 'int', (figure) => figure.notAttributed],
        ['reasons', 'jsonb', (figure) => JSON.stringify(figure.reasons)],
        ['rule', 'int2', () => FIGURE_RULE],
      ],
      of((row) => row.figures),
    ),
  ]
}
