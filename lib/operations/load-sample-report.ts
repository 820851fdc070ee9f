import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Viewer } from '@/lib/access/viewer'
import { actorKinds } from '@/lib/actor/lists'
import { projectRoot } from '@/lib/db/prisma-cli'
import { ensureActor, ensurePlace, placeOfKey, reportIsThere } from '@/lib/db/sample-registry'
import { logDraft } from '@/lib/incident/log-draft'
import { placeKinds } from '@/lib/place/where'
import { recordLog } from './record-log'

const names = z.strictObject({ ar: z.string(), en: z.string() })

/** The report's file: actors and places by keys of its own, and a log that names them as "@key". */
const sampleReport = z.strictObject({
  actors: z.array(
    z.strictObject({
      key: z.string(),
      kind: z.enum(actorKinds),
      country: z.string(),
      names,
      others: z.array(names).optional(),
      partOf: z.string().optional(),
    }),
  ),
  places: z.array(
    z.union([
      z.strictObject({ key: z.string(), known: z.string() }),
      z.strictObject({ key: z.string(), kind: z.enum(placeKinds), parent: z.string(), names }),
    ]),
  ),
  log: z.unknown(),
})
type SampleReport = z.output<typeof sampleReport>

/** Records the report that the project began with, if it is not there yet. Gives the codes of its incidents. */
export async function loadSampleReport(viewer: Viewer): Promise<string[]> {
  const file = await readFile(join(projectRoot, 'prisma/sample/derna.json'), 'utf8')
  const sample = sampleReport.parse(JSON.parse(file))
  const log = logDraft.parse(named(sample.log, await registry(sample)))
  const [report] = log.reports
  if (report && (await reportIsThere(report.outlet, report.title ?? ''))) return []
  return (await recordLog(viewer, log)).map(({ code }) => code)
}

/** Ids by the keys of the file; parents stand before their children in it. */
async function registry({ actors, places }: SampleReport): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const { key, partOf, others, ...actor } of actors) {
    const above = partOf === undefined ? undefined : idOf(ids, partOf)
    const made = {
      ...actor,
      key: `sample:${key}`,
      ...(others && { others }),
      ...(above && { partOf: above }),
    }
    ids.set(key, await ensureActor(made))
  }
  for (const place of places) {
    const id =
      'known' in place
        ? await placeOfKey(place.known)
        : await ensurePlace({ ...place, key: `sample:${place.key}`, parentId: idOf(ids, place.parent) })
    ids.set(place.key, id)
  }
  return ids
}

/** The value with every "@key" replaced by its id. */
function named(value: unknown, ids: ReadonlyMap<string, number>): unknown {
  if (typeof value === 'string' && value.startsWith('@')) return idOf(ids, value.slice(1))
  if (Array.isArray(value)) return value.map((one) => named(one, ids))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, named(one, ids)]))
}

function idOf(ids: ReadonlyMap<string, number>, key: string): number {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`prisma/sample/derna.json names "${key}", which it does not have.`)
  return id
}
