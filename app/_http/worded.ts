import type { Problem } from '@/lib/problem'
import { problemWords } from './problem-words'

/** Problems with what they mean, in the language of whoever asks. */
export function worded(request: Request, problems: readonly Problem[]) {
  const words = problemWords(request)
  return problems.map((problem) => ({ ...problem, message: words.message(problem) }))
}
