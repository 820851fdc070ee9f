import 'server-only'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { isOfTeam } from '@/lib/access/questions'
import type { Viewer } from '@/lib/access/viewer'
import { inBlocks, whole } from '@/lib/analysis/facts/blocks'
import type { Facts } from '@/lib/analysis/facts/facts'
import { encodeFacts } from '@/lib/analysis/facts/wire'
import { database } from '@/lib/db/client'
import { readFacts as factsOf, readMoreFacts as moreFactsOf } from '@/lib/db/facts'
import { factsState, knowsMoreThan } from '@/lib/db/facts-version'
import { readConsistently, type Transaction } from '@/lib/db/transaction'
import { requireFewIncidents } from './explore/few-incidents'
import { digestOf } from './facts-digest'
import { readingAs } from './facts-token'
import { LONGEST_QUERY_MS, type PublishedFacts, publicReader, publishedNow } from './published-facts'
import { RecentPromises } from './recent-promises'
import { requireReading } from './require-reading'

export const encodings = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof encodings)[number]

export interface EncodedFacts {
  /** Names what they say: whatever changes nothing that the viewer sees, tells them nothing. */
  version: string
  /** The state of the data that they are of; tells more than whoever asks may know. */
  state: string
  /** They hold what everybody may read who may read here at all, and no more. */
  isPublished: boolean
  bytes: (encoding: Encoding) => Promise<Uint8Array<ArrayBuffer>>
}

/**
 * What everybody may read is kept by the state of the data, which every instance asks of the database: the last one, and
 * the one before while somebody still sends it.
 */
const published = new RecentPromises<EncodedFacts>(2)
/** The last one as it was read, to be brought up by what changes. */
let kept: { read: PublishedFacts; encoded: EncodedFacts } | null = null
/** By state and viewer: whether they read anything else. */
const readsOnlyThat = new RecentPromises<boolean>(1_000)
/** What somebody reads more is kept no longer than until it is read: whoever asks twice at once waits for the same. */
const reading = new Map<string, Promise<EncodedFacts>>()

/** Facts of all incidents that the viewer may read, as bytes (lib/analysis/facts/wire.ts). */
export async function readFacts(viewer: Viewer): Promise<EncodedFacts> {
  const asked = await askedBy(viewer)
  if (await asked.readsOnlyWhatIsPublished()) return await publishedFacts(asked.state)
  return await once(`all ${asked.key}`, () => encoded((db) => factsOf(db, viewer)))
}

/** Of them those that everybody may read who may read here: the same for all. */
export async function readPublishedFacts(viewer: Viewer): Promise<EncodedFacts> {
  const { state } = await askedBy(viewer)
  return isOfSample(viewer) ? await readFacts(viewer) : await publishedFacts(state)
}

export interface MoreFacts extends EncodedFacts {
  /** Version of what everybody may read that they go with; null where the data changed while both were read. */
  base: string | null
}

/** What the viewer may read beyond that, to be put together with it (lib/analysis/facts/with-more.ts); null where nothing. */
export async function readMoreFacts(viewer: Viewer): Promise<MoreFacts | null> {
  const asked = await askedBy(viewer)
  if (isOfSample(viewer) || (await asked.readsOnlyWhatIsPublished())) return null
  const more = await once(`more ${asked.key}`, () => encoded((db) => moreFactsOf(db, viewer, publicReader)))
  const base = await publishedFacts(more.state)
  return { ...more, base: base.state === more.state ? base.version : null }
}

const isOfSample = (viewer: Viewer): boolean => viewer.kind === 'anonymous' && viewer.sees === 'sample'

const publishedFacts = (state: string): Promise<EncodedFacts> =>
  published.get(state, async () => {
    const read = await publishedNow(kept?.read ?? null)
    const version = kept?.read.facts === read.facts ? kept.encoded.version : digestOf(read.facts)
    kept =
      kept?.encoded.version === version
        ? { read: { ...read, facts: kept.read.facts }, encoded: { ...kept.encoded, state: read.state } }
        : {
            read,
            encoded: encodedFacts(() => whole(read.facts), { version, state: read.state, isPublished: true }),
          }
    return kept.encoded
  })

async function askedBy(viewer: Viewer) {
  requireReading(viewer)
  const state = await factsState(database())
  const key = `${state} ${readingAs(viewer)}`
  await requireFewIncidents(viewer, key)
  const readsOnlyWhatIsPublished = () => readsOnlyThat.get(key, () => knowsNoMore(viewer))
  return { state, key, readsOnlyWhatIsPublished }
}

async function knowsNoMore(viewer: Viewer): Promise<boolean> {
  if (viewer.kind === 'anonymous') return viewer.sees === 'published'
  return !isOfTeam(viewer) && !(await knowsMoreThan(database(), viewer, publicReader))
}

async function once(key: string, read: () => Promise<EncodedFacts>): Promise<EncodedFacts> {
  const found = reading.get(key) ?? read().finally(() => reading.delete(key))
  reading.set(key, found)
  return await found
}

async function encoded(read: (db: Transaction) => Promise<Facts>): Promise<EncodedFacts> {
  const { facts, state } = await readConsistently(
    async (db) => ({ facts: await read(db), state: await factsState(db) }),
    LONGEST_QUERY_MS,
  )
  return encodedFacts(() => facts, { version: digestOf(inBlocks(facts)), state, isPublished: false })
}

/** Bytes are made when somebody asks for them: mostly in one encoding. */
function encodedFacts(facts: () => Facts, named: Omit<EncodedFacts, 'bytes'>): EncodedFacts {
  const made = new RecentPromises<Uint8Array<ArrayBuffer>>(encodings.length)
  const identity = () => made.get('identity', async () => encodeFacts(facts()) as Uint8Array<ArrayBuffer>)
  return {
    ...named,
    bytes: (encoding) =>
      encoding === 'identity'
        ? identity()
        : made.get(encoding, async () => await compress[encoding](await identity())),
  }
}

const inBrotli = promisify(brotliCompress)
const inGzip = promisify(gzip)

/** What follows after these levels takes several times as long and saves a hundredth (docs/decisions/2026-11-28-explore.md). */
export const compress = {
  br: (bytes) =>
    inBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }) as Promise<Uint8Array<ArrayBuffer>>,
  gzip: (bytes) => inGzip(bytes, { level: 4 }) as Promise<Uint8Array<ArrayBuffer>>,
  identity: async (bytes) => bytes,
} satisfies Record<Encoding, (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>>
