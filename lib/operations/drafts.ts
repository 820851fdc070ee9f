import { mayOpenDrafts, mayRecord } from '@/lib/access/questions'
import { accountOf, type Viewer } from '@/lib/access/viewer'
import { findDraft, openDrafts, type StoredDraft, saveDraftRow, setDraftClosed } from '@/lib/db/draft-rows'
import { Refusal } from '@/lib/problem'

const MOST_LISTED = 50

/** The viewer's open drafts, the last saved first. Refuses with `forbidden` a token without what they may hold. */
export async function listDrafts(viewer: Viewer): Promise<StoredDraft[]> {
  requireOpening(viewer)
  return await openDrafts(viewer, MOST_LISTED)
}

/** One open draft. Refuses with `not-found`, and as `listDrafts`. */
export async function readDraft(viewer: Viewer, id: string): Promise<StoredDraft> {
  requireOpening(viewer)
  const draft = await findDraft(viewer, id)
  if (!draft || draft.closedAt) throw unknown()
  return draft
}

/**
 * Saves a draft's document over the version that was read (null: a new draft); gives its new version. Refuses with
 * `stale` and the stored document where another tab or machine saved meanwhile, so that both texts are kept; with
 * `gone` where it was recorded or discarded, since a late save must not bring it back.
 */
export async function saveDraft(viewer: Viewer, id: string, document: object, version: number | null) {
  refuseReaders(viewer)
  const saved = await saveDraftRow(viewer, id, document, version)
  if (saved !== null) return saved
  const stored = await findDraft(viewer, id)
  if (!stored) throw unknown()
  if (stored.recordedAs.length > 0) throw draftRecorded(stored.recordedAs)
  if (stored.closedAt) throw new Refusal('gone', [{ path: ['id'], code: 'draft-discarded' }])
  const { document: newer, version: current } = stored
  const detail = mayOpenDrafts(viewer) ? { document: newer, version: current } : { version: current }
  throw new Refusal('stale', [{ path: ['version'], code: 'draft-stale' }], detail)
}

/** Refuses with `forbidden` what a page made for another account sends: it would become the draft of who signed in since. */
export function requireAccount(viewer: Viewer, account: string | undefined): void {
  if (account !== undefined && account !== accountOf(viewer))
    throw new Refusal('forbidden', [{ path: ['account'], code: 'another-account' }])
}

/** The draft has become incidents already: `codes` says which. */
export const draftRecorded = (codes: string[]) =>
  new Refusal('gone', [{ path: [], code: 'draft-recorded', params: { codes: codes.join(', ') } }])

/** Closes a draft; `restoreDraft` undoes it. Refuses with `forbidden` (a token that only reads), `not-found`. */
export async function discardDraft(viewer: Viewer, id: string): Promise<void> {
  refuseReaders(viewer)
  if (!(await setDraftClosed(viewer, id, true))) throw unknown()
}

export async function restoreDraft(viewer: Viewer, id: string): Promise<void> {
  refuseReaders(viewer)
  if (!(await setDraftClosed(viewer, id, false))) throw unknown()
}

function requireOpening(viewer: Viewer): void {
  if (mayOpenDrafts(viewer)) return
  throw new Refusal('forbidden', [
    { path: [], code: 'scope-missing', params: { scope: 'record, protected' } },
  ])
}

function refuseReaders(viewer: Viewer): void {
  if (!mayRecord(viewer)) throw new Refusal('forbidden', [{ path: [], code: 'may-not-record' }])
}

const unknown = () => new Refusal('not-found', [{ path: ['id'], code: 'draft-unknown' }])
