import type { Question, Shown } from '@/lib/analysis/facts/explorer'
import type { TimeWindow } from '@/lib/analysis/facts/time-window'

/** What the page says to its worker: a question, by its number; or whether anybody looks at the page. */
export type Asked = { seq: number; question: Question } | { isSeen: boolean }

/** What the worker answers from. */
export interface Opened {
  /** Names the state of the data. */
  version: string
  extent: TimeWindow | null
  /** The server counts: there are more incidents than a browser should hold. */
  isFromServer: boolean
}

/** What the worker says to the page. */
export type Told =
  | ({ type: 'opened' } & Opened)
  /** `ids`: incidents that are others now or gone; null: any may be. */
  | ({ type: 'changed'; ids: readonly number[] | null } & Opened)
  /** `status` of the answer that were to be the facts; null where none came. */
  | { type: 'failed'; status: number | null }
  /** The facts are there, but are not kept as they are any more: they are no longer for whoever asks. */
  | { type: 'left'; status: number }
  /** Without the answer where it is what it was before: a timeline is panned more often than a filter changes. */
  | { type: 'shown'; seq: number; shown: Omit<Shown, 'answer'> & { answer: Shown['answer'] | null } }
