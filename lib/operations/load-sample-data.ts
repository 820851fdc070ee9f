import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Viewer } from '@/lib/access/viewer'
import { actorKinds } from '@/lib/actor/lists'
import { projectRoot } from '@/lib/db/prisma-cli'
import { ensureActor, markSample, markSampleLoaded, sampleLoaded } from '@/lib/db/sample-registry'
import { type ImportProgress, importDataset } from './import-dataset'
import { loadGazetteer } from './load-gazetteer'
import { loadSampleReport } from './load-sample-report'

/** Raised when the sample changes, so that an installation that has an older one loads what is new. */
const SAMPLE = 1

/** Older versions of the dataset first, so that their rows give way to those of newer ones. */
const files = [
  'ged-syria-2016-2019.csv.gz',
  'ged-ukraine-2014-2021.csv.gz',
  'ged231-world-sample.csv.gz',
  'ged231-central-african-republic.geojson.gz',
]

export interface SampleProgress {
  say: (line: string) => void
  onProgress: (file: string, progress: ImportProgress) => void
}

/**
 * Loads the gazetteer, the rows of UCDP GED that ship with the app, and the report that the project began with. Does
 * nothing where that was done; cut short, it goes on where it stopped when it is run again.
 */
export async function loadSampleData(
  viewer: Viewer,
  { say, onProgress }: SampleProgress = { say: () => {}, onProgress: () => {} },
): Promise<boolean> {
  if (await sampleLoaded(SAMPLE)) return false
  await loadGazetteer(say)
  await nameActors()
  for (const file of files) {
    const path = join(projectRoot, 'prisma/sample', file)
    const { counts } = await importDataset(viewer, path, {
      onProgress: (progress) => onProgress(file, progress),
    })
    say(`${file}: ${counts.read} rows, ${counts.new} of them new`)
  }
  const codes = await loadSampleReport(viewer)
  await markSample(files, codes)
  say('The report on Derna: its incidents')
  await markSampleLoaded(SAMPLE)
  return true
}

const actorNames = z.array(
  z.strictObject({
    key: z.string(),
    kind: z.enum(actorKinds),
    names: z.strictObject({ ar: z.string(), en: z.string() }),
  }),
)

/** Names in both languages for the actors that the rows name most: GED itself has English names only. */
async function nameActors(): Promise<void> {
  const file = await readFile(join(projectRoot, 'prisma/sample/actors.json'), 'utf8')
  for (const actor of actorNames.parse(JSON.parse(file))) await ensureActor(actor)
}
