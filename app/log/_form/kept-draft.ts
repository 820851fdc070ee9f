import type { LogDocument } from './form-types'

/*
 * The copy of a draft that this browser keeps: written at every change, so that a closed tab, a crash of the server
 * or a lost connection loses nothing. The server's copy is what other devices see.
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

const prefix = 'waqai-draft:'

/** False where the browser refuses: its store is full, even without what the server has too, or switched off. */
export function keepDraft(id: string, draft: KeptDraft): boolean {
  const text = JSON.stringify(draft)
  return store(id, text) || (forgetSaved(id) && store(id, text))
}

function store(id: string, text: string): boolean {
  try {
    localStorage.setItem(prefix + id, text)
    return true
  } catch {
    return false
  }
}

/** Makes room: copies of what the server has in full. */
function forgetSaved(except: string): boolean {
  for (const id of keptIds()) {
    if (id !== except && keptDraft(id)?.saved) forgetDraft(id)
  }
  return true
}

function keptIds(): string[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix))
    return keys.map((key) => key.slice(prefix.length))
  } catch {
    return []
  }
}

export function keptDraft(id: string): KeptDraft | null {
  try {
    const text = localStorage.getItem(prefix + id)
    const draft = text ? (JSON.parse(text) as KeptDraft) : null
    return draft && isLogDocument(draft.document) ? draft : null
  } catch {
    return null
  }
}

export function forgetDraft(id: string): void {
  try {
    localStorage.removeItem(prefix + id)
  } catch {
    // Nothing was kept where the store cannot be reached.
  }
}

/** Forgets all drafts: nobody who sits here next shall read them. */
export async function forgetAllDrafts(): Promise<void> {
  for (const id of keptIds()) forgetDraft(id)
}

/** Drafts of this browser that the server does not have in full, newest first. */
export function unsavedDrafts(): { id: string; draft: KeptDraft }[] {
  return keptIds()
    .flatMap((id) => {
      const draft = keptDraft(id)
      return draft && !draft.saved ? [{ id, draft }] : []
    })
    .sort((a, b) => b.draft.changedAt.localeCompare(a.draft.changedAt))
}

/** Whether a stored value is a document of this form; drafts of a form that is no more are left alone. */
export function isLogDocument(value: unknown): value is LogDocument {
  const document = value as Partial<LogDocument> | null
  return typeof document === 'object' && document?.form === 1 && Array.isArray(document.log?.incidents)
}
