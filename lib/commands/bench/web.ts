import { randomBytes } from 'node:crypto'
import { freePort } from '@/lib/db/embedded-postgres/process'
import { newClaimCode } from '@/lib/operations/accounts/claim-installation'
import { isBuildCurrent } from '../production-build'
import { startWebServer } from '../web-server-process'

/** The production build in a process of its own, on the database at `url`. */
export interface Web {
  url: string
  /** Of an administrator, signed in. */
  cookie: string
  get: (path: string) => Promise<unknown>
  post: (path: string, body: unknown) => Promise<unknown>
}

/** Runs `work` against the production build; says why not where there is none of these sources. */
export async function withWeb(
  url: string,
  say: (line: string) => void,
  work: (web: Web) => Promise<void>,
): Promise<void> {
  if (!isBuildCurrent()) {
    say('HTTP: left out, as there is no production build of these sources: npm run build')
    return
  }
  const port = await freePort()
  const address = { host: '127.0.0.1', port, url: `http://127.0.0.1:${port}`, isLocal: true }
  const secret = randomBytes(32).toString('hex')
  const server = startWebServer({ dev: false, address, databaseUrl: url, secret })
  try {
    await server.ready
    const cookie = await signedIn(address.url)
    await work({
      url: address.url,
      cookie,
      get: (path) => ask(`${address.url}${path}`, { headers: { cookie } }),
      post: (path, body) =>
        ask(`${address.url}${path}`, {
          method: 'POST',
          headers: { cookie, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
    })
  } finally {
    await server.stop()
  }
}

/** Who signs in for the bench. */
export const bencher = { email: 'bench@example.org', password: 'four words that time it' }

/** The cookie of an administrator: the first account where there is none yet. */
async function signedIn(base: string): Promise<string> {
  const code = await newClaimCode()
  const [door, body] =
    code === null ? ['sign-in', bencher] : (['claim', { ...bencher, code, name: 'Bench' }] as const)
  const answer = await fetch(`${base}/api/account/${door}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`the bench could not sign in: ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** The whole answer, parsed; what is refused ends the bench, since its time would mean nothing. */
async function ask(url: string, request: RequestInit): Promise<unknown> {
  const response = await fetch(url, request)
  const text = await response.text()
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 500)}`)
  return JSON.parse(text)
}
