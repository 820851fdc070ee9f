// What is checked of every request before any page or route sees it. A web page elsewhere must not reach the app
// through the browser of somebody who may: neither by a name that it has pointed at this machine (Host), nor by a
// request across origins (Origin, Sec-Fetch-*).

import { MOST_FILE_BYTES } from '../../lib/report/file-size'
import { isEmbedPath } from '../embed/embed-path'

/** The parts of a request that the guard looks at; Node's own request has them. */
export interface GuardedRequest {
  readonly method?: string
  readonly url?: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

/** Under which addresses the app may be asked. */
export interface Served {
  readonly host: string
  readonly port: number
  /** The origin that people use, where something before this app (a TLS proxy) gives it another. */
  readonly publicOrigin?: string | undefined
  /** Origins whose pages may frame the views under /embed, or "*". */
  readonly framers?: readonly string[]
}

interface Refusal {
  readonly status: number
  /** What the status asks the answer to say besides. */
  readonly headers?: Record<string, string>
  /** RFC 9457, with the words in both languages. */
  readonly problem: {
    readonly type: string
    readonly status: number
    readonly title: string
    readonly detail: string
    readonly title_ar: string
    readonly detail_ar: string
  }
}

/** Largest body that a form or a route may be sent. Imports do not come this way. */
export const MAX_BODY_BYTES = 4 * 1024 * 1024

/** The methods of our doors. Others, TRACE above all, which tells what it was sent, are nobody's to use. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Why the request is turned away, or undefined if it may pass. */
export function refusal(request: GuardedRequest, served: Served): Refusal | undefined {
  const { method = 'GET', headers } = request
  if (!METHODS.includes(method)) return refusals.method()
  if (originAsked(headers.host, served) === undefined) return refusals.host(served)
  if (!isSameOrigin(request, served)) return refusals.origin(served)
  if (!isWellFormed(request.url ?? '')) return refusals.url()
  return bodyRefusal(request)
}

/** The origin of ours that a Host header names; undefined if it names none. */
export function originAsked(host: unknown, served: Served): string | undefined {
  if (typeof host !== 'string' || host === '') return undefined
  return ourOrigins(served).find((origin) => origin.slice(origin.indexOf('//') + 2) === host.toLowerCase())
}

/** The public one first; this machine's own names stay good for health checks and for its keeper. */
function ourOrigins({ host, port, publicOrigin }: Served): string[] {
  const names = new Set([bracketed(host), '127.0.0.1', 'localhost', '[::1]'])
  const local = [...names].map((name) => (port === 80 ? `http://${name}` : `http://${name}:${port}`))
  return publicOrigin === undefined ? local : [publicOrigin, ...local]
}

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host)

function isSameOrigin(request: GuardedRequest, served: Served): boolean {
  const { origin } = request.headers
  if (origin !== undefined && !ourOrigins(served).some((ours) => ours === origin)) return false
  // Browsers say where a request comes from even where they leave Origin out.
  const site = request.headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin') return true
  return isVisit(request, framersOf(request.url, served).length > 0)
}

/** Origins whose pages may frame the page at an address. */
export const framersOf = (url: string | undefined, { framers = [] }: Served): readonly string[] =>
  isEmbedPath(pathOf(url)) ? framers : []

/** The path of an address, without its query. */
export const pathOf = (url = '/'): string => url.replace(/[?#].*$/s, '')

/**
 * What may come from another site, or from nowhere: somebody follows a link or types the address; and of pages that may be
 * framed, a frame is opened. Which sites may, the browser is told with the answer. Nothing else is embedded.
 */
function isVisit({ method = 'GET', headers }: GuardedRequest, isFramable: boolean): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  const mode = headers['sec-fetch-mode']
  const into = headers['sec-fetch-dest']
  if (headers['sec-fetch-site'] === 'none') return true
  return (
    (mode === undefined || mode === 'navigate') &&
    (into === undefined || into === 'document' || (isFramable && into === 'iframe'))
  )
}

/** A path of this app whose escapes are whole UTF-8 without NUL. */
function isWellFormed(url: string): boolean {
  if (!url.startsWith('/') || /^\/[/\\]/.test(url)) return false
  try {
    return !decodeURIComponent(url).includes('\0')
  } catch {
    return false
  }
}

function bodyRefusal({ url, headers }: GuardedRequest): Refusal | undefined {
  if (headers['transfer-encoding'] !== undefined) return refusals.length()
  const most = takesFile.test(url ?? '') ? MOST_FILE_BYTES : MAX_BODY_BYTES
  return Number(headers['content-length'] ?? 0) > most ? refusals.size(most) : undefined
}

/** The doors whose body is a file of evidence. */
const takesFile = /^\/api\/incidents\/[^/?]+\/evidence(\?|$)/

function refuse(status: number, en: [string, string], ar: [string, string]): Refusal {
  const problem = {
    type: 'about:blank',
    status,
    title: en[0],
    detail: en[1],
    title_ar: ar[0],
    detail_ar: ar[1],
  }
  return { status, problem }
}

const ownAddress = (served: Served): string => ourOrigins(served)[0] ?? ''

const refusals = {
  method: () => ({
    ...refuse(
      405,
      ['No such method', `Waqai answers only to ${METHODS.join(', ')}.`],
      ['طريقة غير معروفة', `لا يجيب وقائع إلا على ${METHODS.join('، ')}.`],
    ),
    headers: { allow: METHODS.join(', ') },
  }),
  host: (served: Served) =>
    refuse(
      421,
      ['Not this host', `Waqai answers only under its own address, such as ${ownAddress(served)}.`],
      ['ليس هذا المضيف', `لا يجيب وقائع إلا على عنوانه، مثل ${ownAddress(served)}.`],
    ),
  origin: (served: Served) =>
    refuse(
      403,
      [
        'Another origin',
        `A page of another site may not send this request. Open ${ownAddress(served)} itself.`,
      ],
      ['مصدر آخر', `لا يجوز لصفحة موقع آخر إرسال هذا الطلب. افتح ${ownAddress(served)} مباشرة.`],
    ),
  url: () =>
    refuse(
      400,
      ['Malformed address', 'The address is not well-formed: its %-escapes must be whole UTF-8 without NUL.'],
      ['عنوان غير سليم', 'العنوان غير سليم: يجب أن تكون رموز % فيه بترميز UTF-8 كاملة وبلا NUL.'],
    ),
  length: () =>
    refuse(
      411,
      ['Length required', 'Send the body with a Content-Length, not in chunks.'],
      ['الطول مطلوب', 'أرسل المحتوى مع Content-Length لا مجزّأً.'],
    ),
  size: (most: number) =>
    refuse(
      413,
      ['Too large', `A request may carry at most ${most} bytes.`],
      ['كبير جدًا', `لا يجوز أن يتجاوز الطلب ${most} بايت.`],
    ),
}
