/** The 49 columns of UCDP GED since version 20, in their order (codebook 23.1). */
export const gedColumns = [
  'id',
  'relid',
  'year',
  'active_year',
  'code_status',
  'type_of_violence',
  'conflict_dset_id',
  'conflict_new_id',
  'conflict_name',
  'dyad_dset_id',
  'dyad_new_id',
  'dyad_name',
  'side_a_dset_id',
  'side_a_new_id',
  'side_a',
  'side_b_dset_id',
  'side_b_new_id',
  'side_b',
  'number_of_sources',
  'source_article',
  'source_office',
  'source_date',
  'source_headline',
  'source_original',
  'where_prec',
  'where_coordinates',
  'where_description',
  'adm_1',
  'adm_2',
  'latitude',
  'longitude',
  'geom_wkt',
  'priogrid_gid',
  'country',
  'country_id',
  'region',
  'event_clarity',
  'date_prec',
  'date_start',
  'date_end',
  'deaths_a',
  'deaths_b',
  'deaths_civilians',
  'deaths_unknown',
  'best',
  'high',
  'low',
  'gwnoa',
  'gwnob',
] as const

/** What an incident cannot do without; every version of GED since 17 has these, whatever else it lacks. */
export const neededColumns = [
  'id',
  'type_of_violence',
  'side_a_new_id',
  'side_a',
  'side_b_new_id',
  'side_b',
  'where_prec',
  'where_coordinates',
  'adm_1',
  'adm_2',
  'latitude',
  'longitude',
  'country',
  'country_id',
  'date_prec',
  'date_start',
  'date_end',
  'deaths_a',
  'deaths_b',
  'deaths_civilians',
  'deaths_unknown',
  'best',
  'high',
  'low',
] as const
export type NeededColumn = (typeof neededColumns)[number]

/** The columns of a file in its own order, and whether its first record was data already. */
export type GedHeader =
  | { columns: string[]; firstIsData: boolean }
  | { refusal: 'not-ged' | 'columns-missing' | 'columns-twice'; missing: string[] }

/**
 * Reads the first record of a file. Order and letter case of the names do not matter, nor do columns that GED does
 * not have (HDX adds `iso3`). A file without names, as one monthly candidate release had, is accepted only when it
 * has exactly the 49 columns and its first record holds an id, a type, a latitude and a date where they belong.
 */
export function readGedHeader(first: string[]): GedHeader {
  const columns = first.map((name) => name.trim().toLowerCase())
  const missing = neededColumns.filter((name) => !columns.includes(name))
  if (missing.length === 0) {
    if (new Set(columns).size < columns.length)
      return { refusal: 'columns-twice', missing: repeated(columns) }
    return { columns, firstIsData: false }
  }
  if (looksLikeData(first)) return { columns: [...gedColumns], firstIsData: true }
  const known = neededColumns.length - missing.length
  return known < 3 ? { refusal: 'not-ged', missing: [] } : { refusal: 'columns-missing', missing }
}

const repeated = (names: string[]) => [...new Set(names.filter((name, i) => names.indexOf(name) !== i))]

function looksLikeData(cells: string[]): boolean {
  if (cells.length !== gedColumns.length) return false
  const at = (name: (typeof gedColumns)[number]) => cells[gedColumns.indexOf(name)] ?? ''
  const latitude = Number(at('latitude') || Number.NaN)
  return (
    /^\d+$/.test(at('id')) &&
    /^[123]$/.test(at('type_of_violence')) &&
    Math.abs(latitude) <= 90 &&
    /^\d{4}-\d{2}-\d{2}/.test(at('date_start')) &&
    /^\d+$/.test(at('best'))
  )
}

/** Whether a record is HXL's row of hashtags, which the Humanitarian Data Exchange puts below the names. */
export function isHxlRow(cells: string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  return filled.length > 0 && filled.every((cell) => /^#[a-z]/i.test(cell.trim()))
}
