/**
 * What is wrong with an input, told so that the interface can say it in the reader's language and name the remedy.
 * `path` leads to the field (`['incidents', 0, 'when', 'end']`); `code` is worded in `problem.json` of each language.
 */
export interface Problem {
  path: (string | number)[]
  code: string
  params?: Record<string, string | number>
}

export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'stale'
  | 'precondition-failed'
  | 'precondition-required'
  | 'key-reused'
  | 'gone'
  | 'withdrawn'
  | 'duplicate'
  | 'too-large'
  | 'too-many'
  | 'unavailable'
  | 'too-slow'

/** Expected trouble, answered kindly: the operation refused and changed nothing. */
export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    readonly problems: Problem[],
    /** What the asker needs to go on: the newer version behind a stale save, the likely duplicates. */
    readonly detail?: unknown,
  ) {
    super(`${kind}: ${problems.map((problem) => `${problem.path.join('.')} ${problem.code}`).join(', ')}`)
    this.name = 'Refusal'
  }
}
