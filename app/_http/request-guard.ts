// What is checked of every request before any page or route sees it. Until accounts come, whoever reaches the app
// is its owner; so a web page elsewhere must not reach it through the owner's browser, neither by a name
// that it has pointed at this machine (Host) nor by a request across origins (Origin).

/** The parts of a request that the guard looks at; Node's own request has them. */
export interface GuardedRequest {
  readonly method?: string
  readonly url?: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

interface Served {
  readonly host: string
  readonly port: number
}

interface Refusal {
  readonly status: number
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

/** Why the request is turned away, or undefined if it may pass. */
export function refusal(request: GuardedRequest, served: Served): Refusal | undefined {
  const { headers } = request
  if (!isOurHost(headers.host, served)) return refusals.host(served)
  if (!isSameOrigin(request, served)) return refusals.origin(served)
  if (!isWellFormed(request.url ?? '')) return refusals.url()
  return bodyRefusal(headers)
}

/** The names under which this app may be addressed, as they stand in Host. */
function ourHosts({ host, port }: Served): string[] {
  const names = new Set([host.includes(':') ? `[${host}]` : host, '127.0.0.1', 'localhost', '[::1]'])
  return [...names].map((name) => (port === 80 ? name : `${name}:${port}`))
}

function isOurHost(host: unknown, served: Served): boolean {
  return typeof host === 'string' && ourHosts(served).includes(host.toLowerCase())
}

function isSameOrigin({ method = 'GET', headers }: GuardedRequest, served: Served): boolean {
  const { origin } = headers
  if (origin !== undefined) {
    return ourHosts(served).some((host) => origin === `http://${host}`)
  }
  // Browsers that leave Origin out still say where a request comes from. A link from elsewhere is a GET and may pass.
  const reads = method === 'GET' || method === 'HEAD'
  return reads || headers['sec-fetch-site'] === undefined || headers['sec-fetch-site'] === 'same-origin'
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

function bodyRefusal(headers: GuardedRequest['headers']): Refusal | undefined {
  if (headers['transfer-encoding'] !== undefined) return refusals.length()
  return Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES ? refusals.size() : undefined
}

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

const refusals = {
  host: ({ host, port }: Served) =>
    refuse(
      421,
      ['Not this host', `Waqai answers only under its own address, such as http://${host}:${port}.`],
      ['ليس هذا المضيف', `لا يجيب وقائع إلا على عنوانه، مثل http://${host}:${port}.`],
    ),
  origin: ({ host, port }: Served) =>
    refuse(
      403,
      [
        'Another origin',
        `A page of another site may not send this request. Open http://${host}:${port} itself.`,
      ],
      ['مصدر آخر', `لا يجوز لصفحة موقع آخر إرسال هذا الطلب. افتح http://${host}:${port} مباشرة.`],
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
  size: () =>
    refuse(
      413,
      ['Too large', `A request may carry at most ${MAX_BODY_BYTES} bytes.`],
      ['كبير جدًا', `لا يجوز أن يتجاوز الطلب ${MAX_BODY_BYTES} بايت.`],
    ),
}
