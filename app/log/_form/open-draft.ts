import type { Language } from '../../_words/preferences'
import { readDraft } from './api'
import { blankDocument } from './blank'
import { isLogDocument, keptDraft, openKeptDrafts } from './kept-draft'
import { documentOf, loadLog } from './load-log'
import type { OpenedDraft } from './log-form'
import { ofToday } from './older-draft'

/** What an address asks for: a draft by its id, an incident by its code to edit or to attach a report to. */
export interface Asked {
  draft: string | undefined
  edit: string | undefined
  attach: string | undefined
}

/** The draft asked for, or why it cannot be opened. */
export async function openDraft(
  { draft, edit, attach }: Asked,
  language: Language,
): Promise<OpenedDraft | 'unknown' | 'unreachable'> {
  if (draft !== undefined) {
    const opened = await openStored(draft)
    return typeof opened === 'string' ? opened : { ...opened, document: ofToday(opened.document) }
  }
  const id = crypto.randomUUID()
  const code = attach ?? edit
  if (code === undefined) return { id, document: blankDocument(language), version: null, unsaved: false }
  const loaded = await loadLog(code)
  if (typeof loaded === 'string') return loaded
  const document = documentOf(loaded, attach !== undefined, language)
  return { id, document, version: null, unsaved: false }
}

/** What this browser kept and the server has not got comes first: saving it will tell if somebody was quicker. */
async function openStored(id: string): Promise<OpenedDraft | 'unknown' | 'unreachable'> {
  await openKeptDrafts()
  const kept = keptDraft(id)
  if (kept && !kept.saved)
    return { id, document: kept.document, version: kept.version, sent: kept.sent, unsaved: true }
  const answer = await readDraft(id)
  if (answer.ok && isLogDocument(answer.value.document))
    return { id, document: answer.value.document, version: answer.value.version, unsaved: false }
  if (!answer.ok && answer.why === 'unreachable')
    return kept ? { id, document: kept.document, version: kept.version, unsaved: false } : 'unreachable'
  return 'unknown'
}
