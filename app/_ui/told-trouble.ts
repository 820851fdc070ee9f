import type { Answer } from './ask'

/** What went wrong, in the reader's language; `unreachable` where the server said nothing of it. Null: nothing did. */
export function toldTrouble(answer: Answer<unknown>, unreachable: string): string | null {
  if (answer.ok) return null
  if (answer.why === 'unreachable') return unreachable
  return answer.problems.map(({ message }) => message).join(' ') || answer.title
}
