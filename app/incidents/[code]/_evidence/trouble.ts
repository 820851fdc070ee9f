import type { Answer } from '@/app/_ui/ask'

/** What the server says is wrong, in the reader's language. */
export const troubleOf = (answer: Exclude<Answer<unknown>, { ok: true }>, unreachable: string): string =>
  answer.why === 'unreachable' ? unreachable : answer.problems.map(({ message }) => message).join(' ')
