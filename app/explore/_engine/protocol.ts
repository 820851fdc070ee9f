import type { Question, Shown } from '@/lib/analysis/facts/explorer'
import type { TimeWindow } from '@/lib/analysis/facts/time-window'

/** What the page says to its worker: a question, by its number. */
export interface Asked {
  seq: number
  question: Question
}

/** What the worker says to the page. */
export type Told =
  | { type: 'opened'; incidents: number; version: string; extent: TimeWindow | null }
  /** `status` of the answer that were to be the facts; null where none came. */
  | { type: 'failed'; status: number | null }
  /** Without the answer where it is what it was before: a timeline is panned more often than a filter changes. */
  | { type: 'shown'; seq: number; shown: Omit<Shown, 'answer'> & { answer: Shown['answer'] | null } }
