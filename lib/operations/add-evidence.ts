import { createHash } from 'node:crypto'
import { mayKeepEvidence, mayRecord } from '@/lib/access/questions'
import { accountOf, type Viewer } from '@/lib/access/viewer'
import { type FileOfEvidence, type Hanger, hanging, insertEvidence, lockReport } from '@/lib/db/evidence-rows'
import { lockIncidents } from '@/lib/db/log/incident-rows'
import { writeRevisions } from '@/lib/db/log/version-rows'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { isPictureType } from '@/lib/formats/file-type'
import { type JudgedFile, judgeFile } from '@/lib/formats/judge-file'
import { idOfKey } from '@/lib/incident/row-key'
import { Refusal } from '@/lib/problem'
import {
  type EvidenceDraft,
  type EvidencePart,
  hasSharedCopy,
  MOST_BYTES_TOGETHER,
  MOST_FILES,
} from '@/lib/report/evidence'
import { settleEvidence } from './settled-evidence'
import { sharedCopy } from './shared-copy'

/**
 * Stores a file as evidence of an incident, or of a report of it: the original byte for byte, and of a picture a copy
 * that may be shared. `receive` gives the bytes and is called only for who may. Refuses with `forbidden`, `not-found`,
 * `invalid` (the file), `too-large`, and with `duplicate` where the same bytes hang there already.
 */
export async function addEvidence(
  viewer: Viewer,
  code: string,
  draft: EvidenceDraft,
  receive: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<{ code: string }> {
  if (!mayRecord(viewer)) throw forbidden()
  const bytes = await receive()
  const judged = judgeFile(bytes, draft.type)
  if (typeof judged === 'string') throw refused('file', judged)
  if (draft.visibility === 'everyone' && !hasSharedCopy(judged.type))
    throw refused('visibility', 'evidence-not-shareable')
  const files = await filesOf(bytes, judged)
  return inTransaction((tx) => store(tx, viewer, code, draft, judged, files))
}

async function filesOf(bytes: Uint8Array<ArrayBuffer>, { type }: JudgedFile): Promise<FileOfEvidence[]> {
  const original = fileOf('original', bytes)
  return isPictureType(type) ? [original, fileOf('shared', await sharedCopy(bytes, type))] : [original]
}

const fileOf = (part: EvidencePart, bytes: Uint8Array<ArrayBuffer>): FileOfEvidence => ({
  part,
  bytes,
  length: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})

async function store(
  tx: Transaction,
  viewer: Viewer,
  code: string,
  draft: EvidenceDraft,
  { type, size }: JudgedFile,
  files: FileOfEvidence[],
): Promise<{ code: string }> {
  const hanger = await lockHanger(tx, viewer, code, draft.report)
  await settleEvidence(tx, viewer, hanger, { before: false, after: draft.visibility === 'everyone' })
  await checkRoom(tx, viewer, hanger, files)
  const { name, visibility, note } = draft
  const facts = { name, visibility, note, type, size, createdBy: accountOf(viewer) }
  const stored = await insertEvidence(tx, hanger, facts, files)
  await writeRevisions(tx, viewer, [
    { entity: 'evidence', entityId: stored.id, action: 'record', version: 1 },
  ])
  return { code: stored.code }
}

/** What it is to hang on, locked: of two who send the same file at once, the second finds that of the first. */
async function lockHanger(
  tx: Transaction,
  viewer: Viewer,
  code: string,
  report: string | null,
): Promise<Hanger> {
  const [incident] = await lockIncidents(tx, viewer, [code])
  if (!incident)
    throw new Refusal('not-found', [{ path: ['code'], code: 'incident-unknown', params: { code } }])
  if (!mayKeepEvidence(viewer, incident)) throw forbidden()
  if (report === null) return { incidentId: incident.id }
  const reportId = idOfKey('report', report)
  if (reportId === null || !(await lockReport(tx, viewer, incident.id, reportId)))
    throw new Refusal('invalid', [{ path: ['report'], code: 'report-unknown', params: { id: report } }])
  return { reportId }
}

/** Refuses what hangs there already, and what is more than one incident or report can bear. */
export async function checkRoom(
  tx: Transaction,
  viewer: Viewer,
  hanger: Hanger,
  files: readonly Pick<FileOfEvidence, 'part' | 'length' | 'sha256'>[],
): Promise<void> {
  const original = files.find(({ part }) => part === 'original')
  const there = await hanging(tx, viewer, hanger, original?.sha256 ?? '')
  if (there.same !== null)
    throw new Refusal('duplicate', [{ path: ['file'], code: 'evidence-there' }], { code: there.same })
  const bytes = files.reduce((sum, { length }) => sum + length, there.bytes)
  if (there.files < MOST_FILES && bytes <= MOST_BYTES_TOGETHER) return
  const params = { files: MOST_FILES, megabytes: MOST_BYTES_TOGETHER / 1024 / 1024 }
  throw new Refusal('too-large', [{ path: ['file'], code: 'evidence-no-room', params }])
}

const forbidden = () => new Refusal('forbidden', [{ path: [], code: 'may-not-record' }])
const refused = (field: string, code: string) => new Refusal('invalid', [{ path: [field], code }])
