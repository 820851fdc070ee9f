import type { Role } from '@/lib/access/roles'
import type { Anonymous, Member, Viewer } from '@/lib/access/viewer'
import { emptyFilter, type Filter } from '@/lib/analysis/filter'
import { plainView } from '@/lib/analysis/view'
import { charts, summaryTable } from '@/lib/formats/summary-csv'
import { Refusal } from '@/lib/problem'
import { listDrafts } from './drafts'
import { readIncidentLog } from './edit-incident'
import { findDuplicates } from './find-duplicates'
import { findActors } from './find-names'
import { findReports } from './find-reports'
import { countIncidentGroups, listIncidents } from './list-incidents'
import { hasIncident, readIncident, readIncidentVersion } from './read-incident'
import { summarise } from './summarise'

export const person = (id: string, role: Role): Member => ({
  ...{ kind: 'member', id, name: id, role, scopes: null },
})

const nobody: Anonymous = { kind: 'anonymous', name: '', sees: 'published' }

/** Those who read what is published, and nothing more. */
export const readers: Viewer[] = [nobody, person('rana', 'reader'), person('karim', 'contributor')]
/** Those who see what the team sees, and are named nowhere. */
export const team: Viewer[] = [person('omar', 'analyst'), person('sana', 'administrator')]

/** What of an incident the questions below name. */
export interface Asked {
  codes: string[]
  texts: string[]
  placeId: number
  actor: number
}

/** What every reading operation answers the viewer, refusals included. */
export async function answersTo(viewer: Viewer, { codes, texts, placeId, actor }: Asked): Promise<unknown> {
  const filters: Filter[] = [
    emptyFilter,
    { ...emptyFilter, from: '2017-07-01', to: '2017-07-31' },
    { ...emptyFilter, killedAtLeast: 6 },
    { ...emptyFilter, disputedOnly: true },
    { ...emptyFilter, places: [placeId] },
    { ...emptyFilter, actors: [actor] },
    ...texts.map((text) => ({ ...emptyFilter, text })),
  ]
  const like = { key: 'k', code: null, placeId, start: '2017-07-29', end: '2017-07-29', actors: [] }
  const answers: unknown[] = []
  const ask = async (work: Promise<unknown>) => answers.push(await answerOf(work))
  for (const filter of filters) {
    await ask(listIncidents(viewer, filter, plainView, { limit: 2 }))
    await ask(listIncidents(viewer, filter, { order: 'oldest' }))
    await ask(countIncidentGroups(viewer, filter, plainView))
    const summary = await summarise(viewer, filter, plainView)
    answers.push(summary, ...charts.map((chart) => summaryTable(summary, chart)))
  }
  for (const code of codes) {
    await ask(readIncident(viewer, code))
    await ask(hasIncident(viewer, code))
    await ask(readIncidentLog(viewer, code))
  }
  for (const text of [...texts, 'wasat']) {
    await ask(findReports(viewer, text))
    await ask(findActors(viewer, text))
  }
  await ask(findDuplicates(viewer, [like]))
  await ask(listDrafts(viewer))
  return JSON.parse(JSON.stringify(answers, withoutVersions))
}

/** What the histories of these incidents tell the viewer. */
export async function historiesFor(viewer: Viewer, codes: string[], most: number): Promise<unknown[]> {
  const numbers = Array.from({ length: most }, (_, k) => k + 1)
  return await Promise.all(
    codes.flatMap((code) => numbers.map((n) => answerOf(readIncidentVersion(viewer, code, n)))),
  )
}

async function answerOf(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Refusal) return { kind: error.kind, problems: error.problems, detail: error.detail }
    throw error
  }
}

/** That an incident was changed may be known: not what. Reasons name claims, in no order that matters. */
const withoutVersions = (key: string, value: unknown) =>
  key === 'version' || key === 'versions' ? undefined : value
