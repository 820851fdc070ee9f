import { onDatabase } from './stage'

/** Days over which copies are strewn before and after the day of the row that they copy. */
const SPREAD_DAYS = 3000

/**
 * Copies imported incidents, with their parties, claims and figures, until there are `wanted`; by sets, in one
 * statement a table. Each copy has its own code and is moved by some years; the same ones every time, as chance is
 * taken from the ids alone. Places and actors are those of the copied, so that charts and filters find what is real.
 * Lists read no claim, and charts figures alone: what of them is not `copied` is left out, and most of the disk with it.
 */
export async function growTo(
  url: string,
  wanted: number,
  { copied = 'all' }: { copied?: keyof typeof tables } = {},
): Promise<void> {
  await onDatabase(
    url,
    // Copies of rows that hold hold too: looking up each of a million foreign keys would take minutes.
    'set session_replication_role = replica',
    `create temp table copy as
      with original as materialized (select id, row_number() over (order by id) - 1 as at from incident where dataset_id is not null),
        wanted as materialized (
          select n, n % (select count(*) from original) as at
          from generate_series(0, ${wanted} - (select count(*) from incident) - 1) n
        )
      select original.id as old, nextval('incident_id_seq')::int as id,
        hashint4extended(wanted.n::int, 20170730) as chance
      from wanted join original using (at)`,
    'create index on copy (old)',
    'analyze copy',
    `insert into incident (${incidentColumns}, id, code, start_on, end_on, sort_on)
      select ${incidentColumns.map((column) => `i.${column}`)}, c.id,
        substr(i.code, 1, 8) || upper(lpad(to_hex(c.id), 7, '0')), i.start_on + m.days, i.end_on + m.days, i.sort_on + m.days
      from copy c join incident i on i.id = c.old
      cross join lateral (select (c.chance % ${SPREAD_DAYS})::int as days) m`,
    `create temp table side as
      select p.id as old, nextval('party_id_seq')::int as id, c.id as incident_id, p.actor_id, p.part, p.position,
        i.sort_on
      from copy c join party p on p.incident_id = c.old join incident i on i.id = c.id`,
    `insert into party (id, incident_id, actor_id, part, position, sort_on)
      select id, incident_id, actor_id, part, position, sort_on from side`,
    'create index on side (old, incident_id)',
    'analyze side',
    ...tables[copied].map(
      (table) => `insert into ${table} (${columns[table]}, incident_id, party_id)
        select ${columns[table].map((column) => `t.${column}`)}, c.id, s.id
        from copy c join ${table} t on t.incident_id = c.old
        left join side s on s.old = t.party_id and s.incident_id = c.id`,
    ),
    `insert into incident_version (incident_id, version, recorded_from, import_id, line)
      select c.id, v.version, v.recorded_from, v.import_id, v.line
      from copy c join incident_version v on v.incident_id = c.old where v.recorded_to is null`,
    'vacuum analyze',
  )
}

const incidentColumns = [
  'title_en',
  'kind',
  'means',
  'when_precision',
  'place_id',
  'lat',
  'lon',
  'where_precision',
  'status',
  'visibility',
  'named',
  'embargo',
  'created_by',
  'dataset_id',
  'killed_low',
  'killed_best',
  'killed_high',
  'killed_open',
  'killed_state',
  'wounded_state',
  'disputed',
  'search_text',
]

const tables = { all: ['claim', 'figure'], figures: ['figure'], neither: [] } as const

const count = ['person_status', 'outcome', 'unit', 'basis']

const columns = {
  claim: ['position', 'statement_id', 'subject', ...count, 'operator', 'min', 'point', 'max', 'visibility'],
  figure: [
    ...count,
    'low',
    'best',
    'high',
    'open',
    'approximate',
    'state',
    'not_attributed',
    'reasons',
    'rule',
  ],
}
