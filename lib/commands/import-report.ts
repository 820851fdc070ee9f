import type { LineProblem } from '@/lib/db/import-run'
import type { RowProblemCode } from '@/lib/formats/imported-incident'
import type { ImportSummary } from '@/lib/operations/import-dataset'
import type { Refusal } from '@/lib/problem'

/** Problems listed in the terminal; the database has them all. */
const LISTED = 50

const rowWords: Record<RowProblemCode, string> = {
  'columns-wrong-number': 'has another number of values than the file has columns',
  'row-broken': 'is not well formed (a quote that is not closed, or letters behind one that is)',
  'row-not-utf8': 'is not valid UTF-8',
  'row-nul': 'holds a NUL character',
  'row-too-long': 'is longer than 1 MB',
  'value-missing': 'is empty',
  'value-too-long': 'is longer than 1000 characters or 2500 bytes',
  'integer-wanted': 'is not a whole number',
  'number-negative': 'is below 0',
  'number-too-large': 'is above 100,000,000',
  'type-unknown': 'is not 1, 2 or 3',
  'precision-unknown': 'is not a precision that the codebook has',
  'date-wrong': 'is not a day of the calendar, written 2017-07-29',
  'end-before-start': 'lies before date_start',
  'coordinates-wrong': 'is not a latitude or longitude',
  'sides-same': 'is the same actor as side_a_new_id',
  'id-twice': 'stands twice in the file, with other values; the first was taken',
  'changed-here': 'has changed upstream, and somebody has edited the incident here: it stays as edited',
  'deleted-here': 'has changed upstream, but the incident was deleted here: it stays deleted',
}

const refusalWords: Record<string, string> = {
  'import-no-file': 'there is no such file.',
  'import-empty': 'the file is empty.',
  'import-not-utf8': 'the file is not text in UTF-8. Save it as "CSV UTF-8".',
  'import-not-ged': 'this is no UCDP GED file: its first line does not have the column names of GED.',
  'import-columns-missing': 'the file lacks columns that GED has:',
  'import-columns-twice': 'the file has columns of the same name:',
  'import-gzip-broken':
    'the gzipped file is broken or cut short. What came before the break is in; get it anew.',
  'import-version-form': 'a version is written in numbers and points, such as 23.1.',
  'may-not-record': 'you may not import.',
}

/** Why a file was refused, as a sentence. */
export function refusalText({ problems }: Refusal): string {
  return problems
    .map(({ code, params }) => `${refusalWords[code] ?? code} ${params?.columns ?? ''}`.trim())
    .join(' ')
}

/** What became of a file, for the terminal. */
export function describeSummary(summary: ImportSummary, milliseconds: number): string {
  const { counts, problems } = summary
  const rate = Math.round(counts.read / (milliseconds / 1000))
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  const told = Object.values(summary.byCode).reduce((sum, count) => sum + count, 0)
  return [
    `${summary.file} → ${summary.dataset}, version ${summary.version || 'not told'}`,
    `  ${counts.read} rows read: ${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.older} older than what is here, ${counts.refused} refused`,
    `  ${(milliseconds / 1000).toFixed(1)} s, ${rate} rows/s, ${memory} MB of memory at most`,
    ...Object.entries(summary.byCode).map(([code, count]) => `  ${count} × ${code}`),
    ...problems.slice(0, LISTED).map(problemText),
    ...(told > LISTED
      ? [`  … and ${told - LISTED} more (table import_problem, import ${summary.importId})`]
      : []),
  ].join('\n')
}

function problemText({ line, field, code, value }: LineProblem): string {
  const what = field ? `${field}${value ? ` "${value}"` : ''}` : 'the row'
  return `  line ${line}: ${what} ${rowWords[code]}`
}
