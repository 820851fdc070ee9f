import 'server-only'
import { maySeeOriginal } from '@/lib/access/questions'
import type { Viewer } from '@/lib/access/viewer'
import { writeAccessLog } from '@/lib/db/access-log'
import { bytesOf, evidenceOf, type FoundEvidence, findEvidence } from '@/lib/db/evidence-rows'
import { type Database, inTransaction, readConsistently } from '@/lib/db/transaction'
import type { FileType } from '@/lib/formats/file-type'
import { Refusal } from '@/lib/problem'
import type { EvidenceList, EvidencePart } from '@/lib/report/evidence'
import { evidenceUnknown } from './change-evidence'

/** The evidence of an incident and of its reports, as far as the viewer may see it. Refuses with `not-found`. */
export function listEvidence(viewer: Viewer, code: string): Promise<EvidenceList> {
  return readConsistently(async (db) => {
    const list = await evidenceOf(db, viewer, code)
    if (list) return list
    throw new Refusal('not-found', [{ path: ['code'], code: 'incident-unknown', params: { code } }])
  })
}

interface ReadFile {
  /** Null where the viewer may not know it. */
  name: string | null
  type: FileType
  bytes: Uint8Array<ArrayBuffer>
}

/** The copy for sharing. Refuses with `not-found` what has none, and what the viewer may not see. */
export function readSharedCopy(viewer: Viewer, code: string): Promise<ReadFile> {
  return readConsistently(async (db) => fileOf(db, await findEvidence(db, viewer, code), 'shared'))
}

/**
 * The file as it came, and a line in the log of who read what is protected. Whoever may not have it learns no more than
 * one who asks for what there is not. Refuses with `not-found`.
 */
export function readOriginal(viewer: Viewer, code: string, address: string | null): Promise<ReadFile> {
  return inTransaction(async (tx) => {
    const found = await findEvidence(tx, viewer, code)
    if (!found || !maySeeOriginal(viewer, found)) throw evidenceUnknown()
    await writeAccessLog(tx, viewer, { action: 'original', entity: 'evidence', entityId: code, address })
    return await fileOf(tx, found, 'original')
  })
}

async function fileOf(db: Database, found: FoundEvidence | null, part: EvidencePart): Promise<ReadFile> {
  const bytes = found && (await bytesOf(db, found.id, part))
  if (!bytes) throw evidenceUnknown()
  const { name, type } = found.evidence
  return { name, type, bytes }
}
