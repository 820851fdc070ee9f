import type { BlockList } from 'node:net'
import { embedLook } from '../embed/embed-path'
import { answerHeaders, pagePolicy } from './answer-headers'
import { clientAddress } from './client-address'
import { CLIENT_HEADER, EMBED_HEADER, NONCE_HEADER } from './inner-headers'
import { framersOf, type GuardedRequest, originAsked, pathOf, refusal, type Served } from './request-guard'

interface Door {
  readonly served: Served
  readonly proxies: BlockList
  readonly dev: boolean
  /** Origins that the map asks for its ground. */
  readonly mapOrigins?: readonly string[]
}

interface Visitor extends GuardedRequest {
  readonly socketAddress: string | undefined
}

interface Entry {
  /** For the answer, whatever it is. */
  readonly headers: Record<string, string>
  /** Why the request gets no further. */
  readonly refused: ReturnType<typeof refusal>
  /** Replace the request's own headers of these names; undefined: taken away. */
  readonly inner: Record<string, string | undefined>
}

/** What the web server does with a request before it hands it to Next. `nonce` is new for each. */
export function enter(
  { served, proxies, dev, mapOrigins = [] }: Door,
  visitor: Visitor,
  nonce: string,
): Entry {
  const secure = served.publicOrigin?.startsWith('https:') ?? false
  const answered = { nonce, secure, dev, framers: framersOf(visitor.url, served), mapOrigins }
  return {
    headers: answerHeaders({ path: pathOf(visitor.url), ...answered }),
    refused: refusal(visitor, served),
    inner: {
      ...taken,
      ...whoAsks(visitor, served, proxies),
      'content-security-policy': pagePolicy(answered),
      [NONCE_HEADER]: nonce,
      [EMBED_HEADER]: embedLook(visitor.url ?? '/'),
    },
  }
}

/** Next believes these, so they say what is known here and not what somebody sent. */
function whoAsks({ headers, socketAddress }: Visitor, served: Served, proxies: BlockList) {
  const origin = originAsked(headers.host, served)
  const client = clientAddress(socketAddress, joined(headers['x-forwarded-for']), proxies)
  return {
    [CLIENT_HEADER]: client,
    'x-forwarded-for': client,
    'x-forwarded-host': joined(headers.host),
    'x-forwarded-proto': origin?.startsWith('https:') ? 'https' : 'http',
  }
}

const joined = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(', ') : value

const taken = {
  forwarded: undefined,
  'x-real-ip': undefined,
  'x-forwarded-port': undefined,
  'x-forwarded-server': undefined,
  'x-original-url': undefined,
  'x-rewrite-url': undefined,
  'x-middleware-subrequest': undefined,
  'content-security-policy-report-only': undefined,
}
