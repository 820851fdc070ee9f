// What every answer says to the browser, whatever it answers. The page's policy has a nonce of its own each time: a
// script or style that somebody managed to write into a page has none and does not run.

/** Where browsers tell what a page's policy stopped. */
const REPORT_PATH = '/api/csp-reports'

interface Answered {
  /** The path asked for, without its query. */
  readonly path: string
  readonly nonce: string
  /** The address that people use is https. */
  readonly secure: boolean
  /** Hot reload needs what production forbids. */
  readonly dev: boolean
  /** Origins whose pages may frame the answer, or "*": nobody's where left out. */
  readonly framers?: readonly string[]
  /** Origins that the map asks for its ground: nobody's where left out. */
  readonly mapOrigins?: readonly string[]
}

/** Headers of the answer to a request for `path`. */
export function answerHeaders(answered: Answered): Record<string, string> {
  const kind = kindOf(answered.path)
  return {
    ...always,
    // The older way to say it, which some browsers keep to, knows no list of sites: where some may frame the answer, the policy alone says which.
    ...(isFramable(answered) ? {} : { 'x-frame-options': 'DENY' }),
    'content-security-policy': policies[kind](answered),
    ...(kind === 'page' ? { 'reporting-endpoints': `csp="${REPORT_PATH}"` } : {}),
    // Files of the build have their content's hash in their name; all else is somebody's to see, and nobody's to keep.
    ...(kind === 'file' ? {} : { 'cache-control': 'no-store' }),
    ...(answered.secure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  }
}

/** The policy of a page whose scripts bear `nonce`. Next reads the nonce from it, off the request. */
export const pagePolicy = ({
  nonce,
  dev,
  secure,
  framers = [],
  mapOrigins = [],
}: Omit<Answered, 'path'>): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    ['img-src', "'self'", ...mapOrigins].join(' '),
    "font-src 'self'",
    ['connect-src', "'self'", ...mapOrigins].join(' '),
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framers.length > 0 ? framers.join(' ') : "'none'"}`,
    ...(secure ? ['upgrade-insecure-requests'] : []),
    `report-uri ${REPORT_PATH}`,
    'report-to csp',
  ].join('; ')

const isFramable = ({ path, framers = [] }: Answered): boolean =>
  kindOf(path) === 'page' && framers.length > 0

type Kind = 'page' | 'data' | 'file'

function kindOf(path: string): Kind {
  if (path.startsWith('/api/')) return 'data'
  return path.startsWith('/_next/static/') ? 'file' : 'page'
}

const policies: Record<Kind, (answered: Answered) => string> = {
  page: pagePolicy,
  // Opened by itself, it is a document that can do nothing at all.
  data: () => "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
  // A worker has the policy of its own file.
  file: ({ mapOrigins = [] }) =>
    `default-src ${["'self'", ...mapOrigins].join(' ')}; script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'`,
}

const features = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

const always = {
  'x-content-type-options': 'nosniff',
  // No other site learns from where it was opened. Not "no-referrer": a plain form would then send "Origin: null".
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': features.map((feature) => `${feature}=()`).join(', '),
  // Else a browser asks for the addresses of the hosts that a page links to before anybody follows a link.
  'x-dns-prefetch-control': 'off',
}
