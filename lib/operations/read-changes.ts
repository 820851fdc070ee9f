import 'server-only'
import type { Viewer } from '@/lib/access/viewer'
import { encodeChanges, type FactChanges } from '@/lib/analysis/facts/changes-wire'
import { database } from '@/lib/db/client'
import { readFactsOf } from '@/lib/db/facts'
import {
  changedSince,
  concernsSince,
  type FactsMoment,
  factsMoment,
  readBefore,
} from '@/lib/db/facts-changes'
import { readConsistently, type Transaction } from '@/lib/db/transaction'
import { openMoment, sealMoment } from './facts-token'
import { requireReading } from './require-reading'

/** Names the state of the facts that the viewer reads next, to ask for changes since then. */
export async function factsStateFor(viewer: Viewer): Promise<string> {
  requireReading(viewer)
  return sealMoment(await factsMoment(database()), viewer)
}

/**
 * What is another for the viewer since a state, as bytes (lib/analysis/facts/changes-wire.ts), with the state that it leads to.
 * A state that is none of theirs, too old, or of which everything may be another, has all read anew.
 */
export async function readChanges(viewer: Viewer, state: string): Promise<Uint8Array<ArrayBuffer>> {
  requireReading(viewer)
  const since = openMoment(state, viewer)
  const { now, changes } = await readConsistently(async (db) => {
    const now = await factsMoment(db)
    return { now, changes: since && (await changesSince(db, viewer, since, now)) }
  })
  return encodeChanges({ state: sealMoment(now, viewer), changes }) as Uint8Array<ArrayBuffer>
}

async function changesSince(
  db: Transaction,
  viewer: Viewer,
  since: FactsMoment,
  now: FactsMoment,
): Promise<FactChanges | null> {
  const ids = await changedSince(db, since, now)
  if (ids === null) return null
  const facts = await readFactsOf(db, viewer, ids)
  const there = new Set(facts.id)
  const away = ids.filter((id) => !there.has(id))
  return { facts, gone: await readBefore(db, viewer, since, away) }
}

/** Looks again and again whether anything changed that concerns a viewer, since it last looked. */
export async function watchFacts(): Promise<(viewer: Viewer) => Promise<boolean>> {
  let since = await factsMoment(database())
  return async (viewer) => {
    const now = await factsMoment(database())
    const concerns = since.day !== now.day || (await concernsSince(database(), viewer, since))
    since = now
    return concerns
  }
}
