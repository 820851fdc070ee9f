import { readdirSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join, relative } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

export interface ApiRoute {
  /** "/api/v1/incidents/[code]" */
  path: string
  handlers: Record<string, Handler>
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
const root = dirname(fileURLToPath(import.meta.url))

/** Every route of the API that is on disk, with its handlers by method. */
export async function apiRoutes(): Promise<ApiRoute[]> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('/route.ts') && !file.startsWith('..'),
  )
  return Promise.all(
    files.sort().map(async (file) => {
      const module = (await import(/* @vite-ignore */ join(root, file))) as Record<string, Handler>
      const own = Object.entries(module).filter(([name]) => methods.includes(name))
      return { path: `/api/v1/${relative('.', dirname(file))}`, handlers: Object.fromEntries(own) }
    }),
  )
}

/** The API over real HTTP, without the framework around it: what a client far away sends and gets. */
export async function serveApi(): Promise<{ url: string; close: () => Promise<void> }> {
  const routes = await apiRoutes()
  const server = createServer((request, response) => void respond(routes, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}

async function respond(
  routes: ApiRoute[],
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const url = `http://${incoming.headers.host}${incoming.url}`
  const found = match(routes, new URL(url).pathname)
  const handler = found?.route.handlers[incoming.method ?? 'GET']
  if (!found || !handler) {
    outgoing.writeHead(found ? 405 : 404).end()
    return
  }
  const headers = new Headers(incoming.headers as Record<string, string>)
  const hasBody = !['GET', 'HEAD'].includes(incoming.method ?? '')
  const request = new Request(url, {
    method: incoming.method ?? 'GET',
    headers,
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' } : {}),
  } as RequestInit)
  try {
    const answer = await handler(request, { params: Promise.resolve(found.params) })
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers))
    outgoing.end(Buffer.from(await answer.arrayBuffer()))
  } catch (error) {
    outgoing.writeHead(500).end(String(error))
  }
}

function match(routes: ApiRoute[], path: string) {
  const asked = path.split('/')
  for (const route of routes) {
    const parts = route.path.split('/')
    const fits = (part: string, i: number) => part.startsWith('[') || part === asked[i]
    if (parts.length !== asked.length || !parts.every(fits)) continue
    const named = parts.flatMap((part, i) =>
      part.startsWith('[') ? [[part.slice(1, -1), asked[i] ?? '']] : [],
    )
    return { route, params: Object.fromEntries(named) as Record<string, string> }
  }
  return null
}
