import type { Question, Shown } from '@/lib/analysis/facts/explorer'
import type { TimeWindow } from '@/lib/analysis/facts/time-window'

/**
 * What the page says to its worker: first whether it is to hold what everybody may read, as it is now, or what whoever looks may
 * read, kept as it is; then questions, by their number; and whether anybody looks at the page.
 */
export type Asked = { isPublic: boolean } | { seq: number; question: Question } | { isSeen: boolean }

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
  | { type: 'shown'; seq: number; shown: News }

/** Of what is shown the parts that are other than before: copying what a step leaves alone would cost more than the step. */
export type News = Partial<Omit<Shown, 'answer'>> & { answer: Partial<Shown['answer']> }

/** What is news to whoever was told of `before`. */
export function newsOf(before: Shown | null, { answer, ...shown }: Shown): News {
  return { ...others(before, shown), answer: others(before?.answer ?? null, answer) }
}

/** What somebody knows who was told of `before` and then of the news: parts that are none stay the same objects. */
export function withNews(before: Shown | null, { answer, ...shown }: News): Shown {
  const isSame = before !== null && Object.keys(answer).length === 0
  // The first news are of everything.
  return { ...before, ...shown, answer: isSame ? before.answer : { ...before?.answer, ...answer } } as Shown
}

const others = <T extends object>(before: Partial<T> | null, now: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(now).filter(([name, part]) => part !== before?.[name as keyof T]),
  ) as Partial<T>
