// npm run bench -- [save] [import] [summary] [names] [access] [explore] [--json FILE] [--build]

import { writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { benchAccess } from './bench/access'
import { benchExplore } from './bench/explore'
import { benchImport } from './bench/import'
import { benchNames } from './bench/names'
import { heading, type PartName, type Result, Results } from './bench/results'
import { benchSave } from './bench/save'
import { openStage, type Stage } from './bench/stage'
import { benchSummary } from './bench/summary'
import { buildIfNeeded } from './production-build'

const help = `Measures Waqai on this machine, on a database of its own that is gone afterwards. About twenty minutes.

  npm run bench -- [save] [import] [summary] [names] [access] [explore] [--json FILE]

  save         saving a log of twelve claims, and changing it
  import       rows a second, memory and disk of the sample data
  summary      charts and lists at 10,000 and at 100,000 incidents
  names        look-up of places by name
  access       lists of a million incidents by role, sign-in, who asks
  explore      the explorer at 100,000, 400,000 and a million incidents
  --build      makes the production build first; without one, what goes over HTTP is left out
  --json FILE  writes the figures there too
  --help       this

Without names of parts it measures them all. What the figures mean: docs/bench.md.`

type Part = (stage: Stage, results: Results, say: (line: string) => void) => Promise<void>

const parts: Record<PartName, Part> = {
  save: benchSave,
  import: benchImport,
  summary: benchSummary,
  names: benchNames,
  access: benchAccess,
  explore: benchExplore,
}

interface Asked {
  parts: PartName[]
  json: string | undefined
  build: boolean
}

function readArguments(): Asked | number {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'string' },
        build: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (values.help) {
      console.log(help)
      return 0
    }
    const all = Object.keys(parts) as PartName[]
    const unknown = positionals.find((name) => !all.includes(name as PartName))
    if (unknown !== undefined) throw new Error(`There is no part "${unknown}".`)
    const asked = all.filter((name) => positionals.length === 0 || positionals.includes(name))
    return { parts: asked, json: values.json, build: values.build }
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${help}`)
    return 2
  }
}

const say = (line: string) => console.log(line)

async function run(asked: Asked): Promise<Result[]> {
  if (asked.build) await buildIfNeeded({ announce: () => say('Building …') })
  const stage = await openStage(say)
  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= stage.close()
    return closing
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void close().finally(() => process.exit(130)))
  }
  try {
    const all: Result[] = []
    for (const name of asked.parts) {
      say(`\n${name}\n${heading}`)
      const results = new Results(name, say)
      await parts[name](stage, results, say)
      all.push(...results.all)
    }
    return all
  } finally {
    await close()
  }
}

/** Enough to read the figures by. `load` is what waited for a processor on average over the last minute. */
const machine = () => ({
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  system: process.platform,
})

const load = () => Math.round((loadavg()[0] ?? 0) * 10) / 10

const asked = readArguments()
if (typeof asked === 'number') process.exit(asked)
const began = new Date()
const loadBefore = load()
const results = await run(asked)
const seconds = Math.round((Date.now() - began.getTime()) / 1000)
const told = { began: began.toISOString(), seconds, machine: machine(), load: [loadBefore, load()], results }
say(
  `\n${seconds} s on ${told.machine.cores} cores, Node ${process.version}; load ${told.load.join(' before, ')} after`,
)
if (asked.json) writeFileSync(asked.json, `${JSON.stringify(told, null, 2)}\n`)
