import 'server-only'
import type { Viewer } from '@/lib/access/viewer'
import { type FactBlocks, inBlocks } from '@/lib/analysis/facts/blocks'
import { changedBlocks } from '@/lib/analysis/facts/changed-blocks'
import type { FactChanges } from '@/lib/analysis/facts/changes-wire'
import { settled } from '@/lib/analysis/facts/with-changes'
import { readFacts, readFactsOf } from '@/lib/db/facts'
import { changedSince, type FactsMoment, factsMoment } from '@/lib/db/facts-changes'
import { factsState } from '@/lib/db/facts-version'
import { readConsistently, type Transaction } from '@/lib/db/transaction'

/** Who reads what everybody may read who may read here at all. */
export const publicReader: Viewer = { kind: 'anonymous', name: '', sees: 'published' }

/** What everybody may read, with the state of the data that it is of. */
export interface PublishedFacts {
  facts: FactBlocks
  state: string
  moment: FactsMoment
}

/** One query of it may take longer than others: it reads whole tables. */
export const LONGEST_QUERY_MS = 60_000

/** What is told of changes is kept twice as long: longer than any transaction runs. */
const BROUGHT_UP_FOR_S = 6 * 3_600

/**
 * What everybody may read now: `before` brought up by what changed since, or all of it read anew where that is unknown. The
 * same `facts` where they say the same.
 */
export const publishedNow = (before: PublishedFacts | null): Promise<PublishedFacts> =>
  readConsistently(async (db) => {
    const [state, moment] = [await factsState(db), await factsMoment(db)]
    const changes = before && (await changesSince(db, before.moment, moment))
    const facts = changes ? broughtUp(before.facts, changes) : await readAnew(db)
    return { facts, state, moment }
  }, LONGEST_QUERY_MS)

const readAnew = async (db: Transaction): Promise<FactBlocks> =>
  inBlocks(settled(await readFacts(db, publicReader)))

const broughtUp = (facts: FactBlocks, changes: FactChanges): FactBlocks =>
  changes.facts.id.length + changes.gone.length === 0 ? facts : changedBlocks(facts, changes)

/** All that changed and is not there now is gone, whoever could read it before. */
async function changesSince(
  db: Transaction,
  since: FactsMoment,
  now: FactsMoment,
): Promise<FactChanges | null> {
  const ids = await changedSince(db, since, now, BROUGHT_UP_FOR_S)
  if (ids === null) return null
  const facts = await readFactsOf(db, publicReader, ids)
  const there = new Set(facts.id)
  return { facts, gone: ids.filter((id) => !there.has(id)) }
}
