import { isUnavailable } from '@/lib/operations/database-trouble'
import { type Problem, Refusal, type RefusalKind } from '@/lib/problem'
import { problemWords } from './problem-words'

const statusOf: Record<RefusalKind, number> = {
  invalid: 400,
  forbidden: 403,
  'not-found': 404,
  stale: 409,
  duplicate: 409,
  gone: 410,
  'too-large': 413,
  unavailable: 503,
}

const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

/** A value as JSON, never kept by a cache between: what a viewer may see changes. */
export const json = (value: unknown, status = 200): Response => Response.json(value, { status, headers })

/**
 * Runs a handler's work. A refusal becomes a problem (RFC 9457) in the reader's language, a database that is away a
 * 503; anything else is our mistake, keeps its cause and rises.
 */
export async function answer(request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) return refused(request, error.kind, error.problems, error.detail)
    if (isUnavailable(error)) return refused(request, 'unavailable', [{ path: [], code: 'database-away' }])
    throw error
  }
}

function refused(request: Request, kind: RefusalKind, problems: Problem[], detail?: unknown): Response {
  const words = problemWords(request)
  const status = statusOf[kind]
  const body = {
    type: `/docs/problems#${kind}`,
    title: words.title(kind),
    status,
    problems: problems.map((problem) => ({ ...problem, message: words.message(problem) })),
    ...(detail === undefined ? {} : { detail }),
  }
  return Response.json(body, { status, headers: { ...headers, 'content-type': 'application/problem+json' } })
}
