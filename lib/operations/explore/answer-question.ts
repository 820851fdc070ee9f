import 'server-only'
import type { Viewer } from '@/lib/access/viewer'
import type { Answer } from '@/lib/analysis/facts/answer'
import type { Question, Shown } from '@/lib/analysis/facts/explorer'
import type { AskedQuestion } from '@/lib/analysis/facts/question-wire'
import type { AnsweredQuestion } from '@/lib/analysis/facts/shown-wire'
import type { Filter } from '@/lib/analysis/filter'
import { type MapWorld, mapWorld } from '@/lib/db/explore/map-groups'
import { actorsInFacts, placesInFacts, reportsInFacts } from '@/lib/db/explore/names-in-facts'
import { type TimeWorld, timeWorld } from '@/lib/db/explore/spans'
import { factsState } from '@/lib/db/facts-version'
import { idsOfPage } from '@/lib/db/incident-list'
import { readConsistently, type Transaction } from '@/lib/db/transaction'
import { Refusal } from '@/lib/problem'
import { readingAs } from '../facts-token'
import { requireNamed } from '../name-filter'
import { RecentPromises } from '../recent-promises'
import { requireReading } from '../require-reading'
import { answerFilter } from './answer-filter'
import { drawPlaces } from './draw-places'
import { drawSpans } from './draw-spans'

/** It reads all incidents several times over. */
const LONGEST_QUERY_MS = 60_000

/**
 * The same answer to a page's question as the browser's worker gives from facts (lib/analysis/facts/explorer.ts), counted
 * in SQL: for whoever may read more incidents than a browser should hold.
 */
export async function answerQuestion(viewer: Viewer, question: AskedQuestion): Promise<AnsweredQuestion> {
  requireReading(viewer)
  const against = question.against && { ...question.against, text: '' }
  await requireNamedAs('filter', viewer, question.filter)
  if (against) await requireNamedAs('against', viewer, against)
  return await readConsistently(async (db) => {
    const kept = keptFor(db, viewer, `${await factsState(db)} ${readingAs(viewer)}`)
    const answer = await kept.answer(question.filter, question.view.unit)
    const world = await kept.time()
    const shown = {
      answer,
      timeline: await drawSpans(db, viewer, question, world, answer),
      listed: await listed(db, viewer, question, answer),
      map: question.map && (await drawPlaces(db, viewer, question.filter, question.map, await kept.map())),
      names: await namesIn(db, viewer, [question.filter, ...(against ? [against] : [])]),
      against: against && (await kept.answer(against, question.view.unit)),
    }
    return { shown, extent: world.extent }
  }, LONGEST_QUERY_MS)
}

async function requireNamedAs(field: string, viewer: Viewer, filter: Filter): Promise<void> {
  await requireNamed(viewer, filter).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    throw new Refusal(
      error.kind,
      error.problems.map((problem) => ({ ...problem, path: [field, ...problem.path] })),
    )
  })
}

/** What changes with the data alone, and the last answers: a timeline is panned and a list scrolled within one. */
const answers = new RecentPromises<Answer>(100)
const times = new RecentPromises<TimeWorld>(20)
const maps = new RecentPromises<MapWorld>(3)

/** Of one state of the data, for one viewer: `key` names both. */
const keptFor = (db: Transaction, viewer: Viewer, key: string) => ({
  answer: (filter: Filter, unit: Question['view']['unit']) =>
    answers.get(JSON.stringify([key, filter, unit]), () => answerFilter(db, viewer, filter, unit)),
  time: () => times.get(key, () => timeWorld(db, viewer)),
  map: () => maps.get(key, () => mapWorld(db, viewer)),
})

async function listed(
  db: Transaction,
  viewer: Viewer,
  { filter, view, listed: most }: AskedQuestion,
  answer: Answer,
): Promise<number[]> {
  const limit = Math.min(most, answer.incidents + answer.duplicates)
  if (limit === 0) return []
  return await idsOfPage(db, filter, viewer, { order: view.order, after: null, limit, within: null })
}

async function namesIn(db: Transaction, viewer: Viewer, filters: Filter[]): Promise<Shown['names']> {
  const ids = (of: (filter: Filter) => number[]) => [...new Set(filters.flatMap(of))]
  return {
    actors: await actorsInFacts(
      db,
      viewer,
      ids((filter) => [...filter.actors, ...filter.parties]),
    ),
    places: await placesInFacts(
      db,
      viewer,
      ids((filter) => [...filter.places, ...filter.primaryPlaces]),
    ),
    reports: await reportsInFacts(
      db,
      viewer,
      ids((filter) => filter.reports),
    ),
  }
}
