import type { RefusalKind } from '@/lib/problem'

/** The HTTP status of each kind of refusal, in the order in which /docs/problems tells of them. */
export const statusOf: Record<RefusalKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  stale: 409,
  duplicate: 409,
  gone: 410,
  'precondition-failed': 412,
  withdrawn: 410,
  'too-large': 413,
  'key-reused': 422,
  'precondition-required': 428,
  'too-many': 429,
  unavailable: 503,
  'too-slow': 503,
}

/** The `type` of a problem (RFC 9457): an address of this app, where the kind is explained. */
export const problemType = (kind: RefusalKind): string => `/docs/problems#${kind}`
