import { logDraft } from '@/lib/incident/log-draft'
import { takeReason } from '../../incidents/[code]/_parts/reveal-reason'
import { nameActors, namePlaces, readLog, readProtectedLog } from './api'
import { blankReport, blankStatement, freeKey } from './blank'
import type { FormLog, KnownActor, KnownPlace, LogDocument } from './form-types'

/** Names behind the ids of a log. */
export type LoadedNames = { actors: KnownActor[]; places: KnownPlace[] }

export type Loaded = { log: FormLog } & LoadedNames

/** A recorded incident as the form edits it, with the names behind its ids; null where it cannot be had. */
export async function loadLog(code: string): Promise<Loaded | 'unknown' | 'unreachable'> {
  const why = takeReason(code)
  const answer = await (why === null ? readLog(code) : readProtectedLog(code, why))
  if (!answer.ok) return answer.why === 'unreachable' ? 'unreachable' : 'unknown'
  const parsed = logDraft.safeParse(answer.value.log)
  const log: FormLog = parsed.success ? parsed.data : (answer.value.log as FormLog)
  return { log, ...(await namesOf(log)) }
}

/** The most ids that one look-up takes. */
const MOST_IDS = 50

/** Asks for the names behind the ids of a log; those that cannot be had are missing. */
export async function namesOf(log: FormLog): Promise<LoadedNames> {
  const actorIds = [
    ...log.incidents.flatMap(({ parties }) => parties.map(({ actorId }) => actorId)),
    ...log.statements.flatMap(({ actorId }) => actorId ?? []),
  ]
  const claims = [...log.incidents, ...log.episodes].flatMap((owner) => owner.claims)
  const placeIds = [
    ...log.incidents.flatMap(({ where }) => [
      ...(where.placeId === null ? [] : [where.placeId]),
      ...where.sites.flatMap(({ placeId }) => placeId ?? []),
    ]),
    ...claims.flatMap(({ says }) => (says.subject === 'where' ? (says.placeId ?? []) : [])),
  ]
  const [actors, places] = await Promise.all([
    inPortions(actorIds, async (ids) => {
      const answer = await nameActors(ids)
      return answer.ok ? answer.value.actors : []
    }),
    inPortions(placeIds, async (ids) => {
      const answer = await namePlaces(ids)
      return answer.ok ? answer.value.places : []
    }),
  ])
  return { actors, places }
}

async function inPortions<T>(ids: number[], ask: (ids: number[]) => Promise<T[]>): Promise<T[]> {
  const distinct = [...new Set(ids)]
  const portions = Array.from({ length: Math.ceil(distinct.length / MOST_IDS) }, (_, i) =>
    ask(distinct.slice(i * MOST_IDS, (i + 1) * MOST_IDS)),
  )
  return (await Promise.all(portions)).flat()
}

/** `document` knowing also the names that came with a loaded log. */
export function withNames(document: LogDocument, { actors, places }: LoadedNames): LogDocument {
  const byId = <T extends { id: number }>(things: T[]) =>
    Object.fromEntries(things.map((thing) => [thing.id, thing]))
  return {
    ...document,
    actors: { ...document.actors, ...byId(actors) },
    places: { ...document.places, ...byId(places) },
  }
}

/** A draft that edits what was loaded; for attaching, with a blank report and its voice at the end. */
export function documentOf(loaded: Loaded, attaches: boolean, language: string): LogDocument {
  const { log } = loaded
  const incident = log.incidents[0]
  const report = freeKey('report', log.reports)
  const statement = freeKey('statement', log.statements)
  const bare = log.reports.length === 0 || attaches
  const reports = bare ? [...log.reports, blankReport(report, language)] : log.reports
  const voiceless = log.statements.length === 0 || attaches
  const statements = voiceless
    ? [...log.statements, blankStatement(statement, reports.at(-1)?.key ?? report)]
    : log.statements
  return withNames(
    {
      form: 1,
      log: { ...log, reports, statements },
      typed: {},
      actors: {},
      places: {},
      current: incident?.key ?? '',
      statement: statements.at(-1)?.key ?? statement,
    },
    loaded,
  )
}
