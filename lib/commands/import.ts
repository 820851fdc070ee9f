// npm run import -- --format ucdp-ged FILE [FILE…]

import { parseArgs } from 'node:util'
import { keeper } from '@/lib/access/viewer'
import { type ImportOptions, type ImportSummary, importDataset } from '@/lib/operations/import-dataset'
import { Refusal } from '@/lib/problem'
import { describeSummary, refusalText } from './import-report'
import { progressLine } from './progress-line'
import { withDatabase } from './with-database'

const help = `Brings files of a dataset in.

  npm run import -- --format ucdp-ged FILE [FILE…]

  FILE               UCDP GED as CSV, GeoJSON or either of them gzipped; HXL's row of hashtags may be in it
  --format           ucdp-ged: UCDP Georeferenced Event Dataset, versions 17 and later
  --dataset-version  version of the dataset, such as 23.1; without it, what the file's name tells
  --dataset-slug     keep the rows as another dataset of the same format, under this short name
  --name             the name of that dataset
  --help             this

Rows that cannot be read are listed by line and reason, and the rest comes in. Running it again doubles nothing:
unchanged rows stay, changed ones become the next version of their incident. A run that was cut short is completed by
running it again. A row of an older version of the dataset never replaces one of a newer.

Without DATABASE_URL it uses the database of the app, running or not.
Ends with 0 if every file came in, with or without rows refused; 1 if a file was refused whole; 2 for wrong arguments.`

interface Arguments {
  files: string[]
  options: ImportOptions
}

function readArguments(): Arguments | number {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        'dataset-version': { type: 'string' },
        'dataset-slug': { type: 'string' },
        name: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (values.help) {
      console.log(help)
      return 0
    }
    if (values.format !== 'ucdp-ged') throw new Error('Name the format: --format ucdp-ged')
    if (positionals.length === 0) throw new Error('Name at least one file.')
    const options = {
      ...(values['dataset-version'] && { version: values['dataset-version'] }),
      ...(values['dataset-slug'] && { slug: values['dataset-slug'] }),
      ...(values.name && { name: values.name }),
    }
    return { files: positionals, options }
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${help}`)
    return 2
  }
}

/** One file; true if it came in. */
async function importFile(path: string, options: ImportOptions): Promise<boolean> {
  const progress = progressLine(path)
  const began = performance.now()
  try {
    const summary: ImportSummary = await importDataset(keeper, path, {
      ...options,
      onProgress: ({ bytesRead, bytesTotal, counts }) =>
        progress.show(bytesRead / bytesTotal, `${counts.read} rows, ${counts.refused} refused`),
    })
    progress.end()
    console.log(describeSummary(summary, performance.now() - began))
    return true
  } catch (error) {
    progress.end()
    if (!(error instanceof Refusal)) throw error
    console.error(`${path}: ${refusalText(error)}`)
    return false
  }
}

const read = readArguments()
if (typeof read === 'number') process.exit(read)
process.exitCode = await withDatabase(async () => {
  let refused = 0
  for (const file of read.files) if (!(await importFile(file, read.options))) refused += 1
  return refused > 0 ? 1 : 0
})
