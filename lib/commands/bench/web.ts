import { freePort } from '@/lib/db/embedded-postgres/process'
import { isBuildCurrent } from '../production-build'
import { startWebServer } from '../web-server-process'

/** The production build in a process of its own, on the database at `url`. */
export interface Web {
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
  const address = { host: '127.0.0.1', port, url: `http://127.0.0.1:${port}` }
  const server = startWebServer({ dev: false, address, databaseUrl: url })
  try {
    await server.ready
    await work({
      get: (path) => ask(`${address.url}${path}`, {}),
      post: (path, body) =>
        ask(`${address.url}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
    })
  } finally {
    await server.stop()
  }
}

/** The whole answer, parsed; what is refused ends the bench, since its time would mean nothing. */
async function ask(url: string, request: RequestInit): Promise<unknown> {
  const response = await fetch(url, request)
  const text = await response.text()
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 500)}`)
  return JSON.parse(text)
}
