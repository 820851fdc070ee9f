import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { gedColumns } from '@/lib/formats/ucdp-ged-columns'

const folder = mkdtempSync(join(tmpdir(), 'waqai-ged-'))

export type GedCells = Record<string, string | number>

const ordinary: GedCells = {
  year: 2017,
  type_of_violence: 1,
  side_a_new_id: 111,
  side_a: 'Government of Libya',
  side_b_new_id: 222,
  side_b: 'Shura Council',
  where_prec: 1,
  where_coordinates: 'Derna town',
  adm_1: 'Derna district',
  adm_2: '',
  latitude: 32.767,
  longitude: 22.6367,
  country: 'Libya',
  country_id: 620,
  date_prec: 1,
  date_start: '2017-07-29',
  date_end: '2017-07-29',
  deaths_a: 2,
  deaths_b: 2,
  deaths_civilians: 1,
  deaths_unknown: 3,
  best: 8,
  high: 12,
  low: 5,
}

/** One row of GED, ordinary but for `cells`. */
export const gedRow = (cells: GedCells): GedCells => ({ ...ordinary, ...cells })

/** Writes rows as a GED file of these columns and gives its path. */
export function gedFile(name: string, rows: GedCells[], columns: readonly string[] = gedColumns): string {
  const table = rows.map((row) => columns.map((column) => String(row[column] ?? '')))
  return fileOf(name, Papa.unparse([columns as string[], ...table], { newline: '\n' }))
}

/** Writes a file of any content and gives its path. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
