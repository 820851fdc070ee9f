import { mayKeepEvidence } from '@/lib/access/questions'
import type { Viewer } from '@/lib/access/viewer'
import { changeEvidenceRow, findEvidence } from '@/lib/db/evidence-rows'
import { type RevisionNote, writeRevisions } from '@/lib/db/log/version-rows'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import type { Visibility } from '@/lib/incident/lists'
import { Refusal } from '@/lib/problem'
import { type Evidence, hasSharedCopy } from '@/lib/report/evidence'
import { checkRoom } from './add-evidence'
import { type ShownToReaders, settleEvidence } from './settled-evidence'

/** Shows the evidence to others or to fewer; gives its new version. Refuses `forbidden`, `not-found`, `stale`, `invalid`. */
export function showEvidenceTo(viewer: Viewer, code: string, version: number, visibility: Visibility) {
  const shown = (evidence: Evidence) => ({ before: isForReaders(evidence), after: visibility === 'everyone' })
  return change(viewer, code, 'change', shown, async (tx, { id, evidence }) => {
    if (visibility === 'everyone' && !hasSharedCopy(evidence.type))
      throw new Refusal('invalid', [{ path: ['visibility'], code: 'evidence-not-shareable' }])
    await changeAt(tx, id, version, { visibility })
    return version
  })
}

/** Takes the evidence away; `restoreEvidence` brings it back. Refuses with `forbidden`, `not-found`, `stale`. */
export function removeEvidence(viewer: Viewer, code: string, version: number) {
  const shown = (evidence: Evidence) => ({ before: isForReaders(evidence), after: false })
  return change(viewer, code, 'delete', shown, async (tx, { id }) => {
    await changeAt(tx, id, version, { deletedAt: new Date() })
    return version
  })
}

/** Undoes `removeEvidence`, where there is room. Refuses `forbidden`, `not-found`, `duplicate`, `too-large`. */
export function restoreEvidence(viewer: Viewer, code: string) {
  const shown = (evidence: Evidence) => ({ before: false, after: isForReaders(evidence) })
  return change(viewer, code, 'restore', shown, async (tx, { id, hanger, evidence }) => {
    await checkRoom(tx, viewer, hanger, filesOf(evidence))
    await changeAt(tx, id, evidence.version, { deletedAt: null })
    return evidence.version
  })
}

const isForReaders = ({ visibility }: Evidence): boolean => visibility === 'everyone'

type Found = NonNullable<Awaited<ReturnType<typeof findEvidence>>>

async function change(
  viewer: Viewer,
  code: string,
  action: RevisionNote['action'],
  shown: (evidence: Evidence) => ShownToReaders,
  work: (tx: Transaction, found: Found) => Promise<number>,
): Promise<number> {
  return inTransaction(async (tx) => {
    const found = await findEvidence(tx, viewer, code, action === 'restore')
    if (!found) throw evidenceUnknown()
    if (!mayKeepEvidence(viewer, found))
      throw new Refusal('forbidden', [{ path: [], code: 'may-not-record' }])
    await settleEvidence(tx, viewer, found.hanger, shown(found.evidence))
    const version = (await work(tx, found)) + 1
    await writeRevisions(tx, viewer, [{ entity: 'evidence', entityId: found.id, action, version }])
    return version
  })
}

async function changeAt(
  tx: Transaction,
  id: number,
  version: number,
  data: Parameters<typeof changeEvidenceRow>[3],
): Promise<void> {
  if (await changeEvidenceRow(tx, id, version, data)) return
  throw new Refusal('stale', [{ path: ['version'], code: 'evidence-stale' }])
}

function filesOf({ original, shared }: Evidence) {
  return [
    ...(original ? [{ part: 'original' as const, ...original }] : []),
    ...(shared ? [{ part: 'shared' as const, ...shared }] : []),
  ]
}

/** There is no such evidence, or not for who asks. */
export const evidenceUnknown = () => new Refusal('not-found', [{ path: ['id'], code: 'evidence-unknown' }])
