import { drop, dropAll, openAll, seal } from './draft-vault'
import type { LogDocument } from './form-types'

/*
 * The copy of a draft that this browser keeps: written at every change, so that a closed tab, a crash of the server
 * or a lost connection loses nothing. The server's copy is what other devices see. Encrypting takes a moment, so what is
 * kept stands here in memory too, and the form need not wait.
 */

export interface KeptDraft {
  document: LogDocument
  /** Version of the server's copy that this one grew from; null when it has none yet. */
  version: number | null
  /** The save that was last sent, whether or not its answer came. */
  sent?: string | undefined
  /** Whether the server has exactly this document. */
  saved: boolean
  changedAt: string
}

const drafts = new Map<string, KeptDraft>()
const waiting = new Set<string>()
let writing: Promise<void> | undefined
let refused = false
/** Somebody is signing out: the form that still stands there keeps nothing more. */
let left = false

/** Reads what this browser has kept for the one who is signed in. To be awaited before the rest is asked. */
export async function openKeptDrafts(): Promise<void> {
  try {
    await writing
    for (const [id, value] of await openAll()) {
      const draft = value as KeptDraft | null
      if (draft && isLogDocument(draft.document)) drafts.set(id, draft)
    }
  } catch {
    refused = true
  }
}

/** False where the browser refused lately: its store is full, even without what the server has too, or switched off. */
export function keepDraft(id: string, draft: KeptDraft): boolean {
  if (left) return true
  drafts.set(id, draft)
  waiting.add(id)
  writing ??= writeAll()
  return !refused
}

/** Writes what has changed, always the latest of it, one after another. */
async function writeAll(): Promise<void> {
  for (const id of waiting) {
    waiting.delete(id)
    const draft = drafts.get(id)
    if (!draft) continue
    try {
      await seal(id, draft).catch(() => forgetSaved(id).then(() => seal(id, draft)))
      refused = false
    } catch {
      refused = true
    }
  }
  writing = undefined
}

/** Makes room: copies of what the server has in full. */
async function forgetSaved(except: string): Promise<void> {
  for (const [id, { saved }] of drafts) {
    if (!saved || id === except) continue
    drafts.delete(id)
    await drop(id)
  }
}

export const keptDraft = (id: string): KeptDraft | null => drafts.get(id) ?? null

export function forgetDraft(id: string): void {
  void forget(id)
}

async function forget(id: string): Promise<void> {
  drafts.delete(id)
  waiting.delete(id)
  await writing
  await drop(id).catch(() => {}) // nothing was kept where the store cannot be reached
}

/** Forgets all drafts: nobody who sits here next shall read them. */
export async function forgetAllDrafts(): Promise<void> {
  left = true
  drafts.clear()
  waiting.clear()
  await writing
  await dropAll().catch(() => {})
}

/** Drafts of this browser that the server does not have in full, newest first. */
export const unsavedDrafts = (): { id: string; draft: KeptDraft }[] =>
  [...drafts]
    .flatMap(([id, draft]) => (draft.saved ? [] : [{ id, draft }]))
    .sort((a, b) => b.draft.changedAt.localeCompare(a.draft.changedAt))

/** Whether a stored value is a document of this form; drafts of a form that is no more are left alone. */
export function isLogDocument(value: unknown): value is LogDocument {
  const document = value as Partial<LogDocument> | null
  return typeof document === 'object' && document?.form === 1 && Array.isArray(document.log?.incidents)
}
