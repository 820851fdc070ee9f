import { type Counted, countRequest, type Quota } from '@/lib/operations/tokens/count-request'
import { Refusal } from '@/lib/problem'
import { CLIENT_HEADER } from './inner-headers'

/** What was counted of a request, until its answer says so. */
const counted = new WeakMap<Request, Quota[]>()

/** Counts the request; refuses with `too-many` what is over a limit. `answer` adds the headers that tell what is left. */
export async function limit(request: Request, who: Counted): Promise<void> {
  const isWrite = !['GET', 'HEAD'].includes(request.method)
  const quotas = await countRequest(who, isWrite)
  counted.set(request, quotas)
  const over = quotas.find(({ count, most }) => count > most)
  if (!over) return
  const params = { max: over.most, seconds: over.windowSeconds, wait: over.resetSeconds }
  throw new Refusal('too-many', [{ path: [], code: 'requests-too-many', params }], {
    retryAfter: over.resetSeconds,
  })
}

/** The address that a request came from; the front door has seen to it that nobody else wrote the header. */
export const addressOf = (request: Request): string => request.headers.get(CLIENT_HEADER) ?? 'unknown'

/** RateLimit and RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers), where the request was counted. */
export function rateLimitHeaders(request: Request): Record<string, string> {
  const quotas = counted.get(request)
  if (!quotas) return {}
  const list = (item: (quota: Quota) => string) => quotas.map(item).join(', ')
  return {
    'ratelimit-policy': list(({ name, most, windowSeconds }) => `"${name}";q=${most};w=${windowSeconds}`),
    ratelimit: list(
      ({ name, most, count, resetSeconds }) => `"${name}";r=${Math.max(0, most - count)};t=${resetSeconds}`,
    ),
  }
}
