import { isUnavailable, tookTooLong } from '@/lib/operations/database-trouble'
import { type Problem, Refusal, type RefusalKind } from '@/lib/problem'
import { noteForbidden } from './note-forbidden'
import { etagOf } from './precondition'
import { problemType, statusOf } from './problem-kinds'
import { problemWords } from './problem-words'
import { rateLimitHeaders } from './rate-limit'

const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

/** Seconds until a request that met a busy or absent database is worth sending again. */
const RETRY_AFTER_S = '5'

/** A value as JSON, never kept by a cache between: what a viewer may see changes. */
export const json = (value: unknown, status = 200): Response => Response.json(value, { status, headers })

/**
 * Runs a handler's work. A refusal becomes a problem (RFC 9457) in the reader's language, a database that is away or took
 * too long a 503; anything else is our mistake, keeps its cause and rises.
 */
export async function answer(request: Request, work: () => Promise<Response>): Promise<Response> {
  const response = await answered(request, work)
  for (const [name, value] of Object.entries(rateLimitHeaders(request))) response.headers.set(name, value)
  return response
}

async function answered(request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) {
      await noteForbidden(request, error)
      return refused(request, error.kind, error.problems, error.detail)
    }
    if (isUnavailable(error)) return refused(request, 'unavailable', [{ path: [], code: 'database-away' }])
    if (tookTooLong(error)) return refused(request, 'too-slow', [{ path: [], code: 'database-slow' }])
    throw error
  }
}

function refused(request: Request, kind: RefusalKind, problems: Problem[], detail?: unknown): Response {
  const words = problemWords(request)
  const status = statusOf[kind]
  const body = {
    type: problemType(kind),
    title: words.title(kind),
    status,
    problems: problems.map((problem) => ({ ...problem, message: words.message(problem) })),
    ...(detail === undefined ? {} : { detail }),
  }
  return Response.json(body, {
    status,
    headers: {
      ...headers,
      'content-type': 'application/problem+json',
      ...extraHeaders(request, kind, detail),
    },
  })
}

/** When to come again, and with what. */
function extraHeaders(request: Request, kind: RefusalKind, detail: unknown): Record<string, string> {
  if (statusOf[kind] === 503) return { 'retry-after': RETRY_AFTER_S }
  if (kind === 'too-many') return { 'retry-after': String(retryAfter(detail)) }
  if (kind === 'precondition-failed') return etagHeader(detail)
  if (kind !== 'unauthenticated') return {}
  // RFC 6750. Browsers ask nobody for a password on account of "Bearer".
  const isTokenWrong = request.headers.has('authorization')
  return { 'www-authenticate': `Bearer realm="Waqai"${isTokenWrong ? ', error="invalid_token"' : ''}` }
}

function retryAfter(detail: unknown): number {
  const told =
    typeof detail === 'object' && detail !== null && 'retryAfter' in detail ? detail.retryAfter : null
  return typeof told === 'number' ? told : 60
}

/** The version that stands now, as the answer of a read has it. */
function etagHeader(detail: unknown): Record<string, string> {
  const version = typeof detail === 'object' && detail !== null && 'version' in detail ? detail.version : null
  return typeof version === 'number' ? { etag: etagOf(version) } : {}
}
