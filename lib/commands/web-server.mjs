// The process that serves the pages: Next behind a door at which every request is looked at first. It is started by
// serve.ts, told by it when to stop, and ends when it is gone. Plain JavaScript, so that no compiler stands in the way of
// Next's own loading.

import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import next from 'next'
import { tsImport } from 'tsx/esm/api'

const DRAIN_MS = 8_000
/** How long whoever is refused may go on sending before the connection ends. */
const LINGER_MS = 2_000
/** Longer than the minute for which proxies keep an idle connection: they, not we, should end it. */
const KEEP_ALIVE_MS = 65_000

const { enter } = await tsImport('../../app/_http/front-door.ts', import.meta.url)
const { ENCODING_HEADER } = await tsImport('../../app/_http/inner-headers.ts', import.meta.url)
const { trustedProxies } = await tsImport('../../app/_http/client-address.ts', import.meta.url)
const { env, mapOrigins } = await tsImport('../env.ts', import.meta.url)

const dev = process.env.NODE_ENV !== 'production'
const served = {
  host: env('HOST'),
  port: env('PORT'),
  publicOrigin: env('WAQAI_PUBLIC_URL'),
  framers: env('WAQAI_EMBED_ORIGINS'),
}
const door = {
  served,
  proxies: trustedProxies(env('WAQAI_TRUSTED_PROXIES')),
  dev,
  mapOrigins: mapOrigins(),
}

const app = next({
  dev,
  dir: fileURLToPath(new URL('../..', import.meta.url)),
  hostname: served.host,
  port: served.port,
})

/** Looks at a request, and dresses it for Next; gives what goes into the answer. */
function letIn(request) {
  const { method, url, headers, socket } = request
  const visitor = { method, url, headers, socketAddress: socket.remoteAddress }
  const entry = enter(door, visitor, randomBytes(18).toString('base64'))
  for (const [name, value] of Object.entries(entry.inner)) {
    if (value === undefined) delete headers[name]
    else headers[name] = value
  }
  return entry
}

/**
 * Adds `headers` to an answer as it leaves, but for those that the answer says for itself. A route says under a name of ours
 * how its body is encoded: Next takes Content-Encoding off whatever a route answers.
 */
function complete(response, headers) {
  const writeHead = response.writeHead
  response.writeHead = function (...answer) {
    for (const [name, value] of Object.entries(headers)) {
      if (!response.hasHeader(name)) response.setHeader(name, value)
    }
    const encoding = response.getHeader(ENCODING_HEADER)
    response.removeHeader(ENCODING_HEADER)
    if (encoding) response.setHeader('content-encoding', encoding)
    if (String(response.getHeader('content-type')).startsWith('text/event-stream')) remember(response)
    return writeHead.apply(this, answer)
  }
}

/** Answers that have no end of their own. */
const streams = new Set()

function remember(response) {
  streams.add(response)
  response.once('close', () => streams.delete(response))
}

/** Answers at once, yet reads on: to end the connection under somebody who still sends would cost them the answer. */
function refuse(request, response, { status, problem, headers }) {
  const text = `${JSON.stringify(problem)}\n`
  response.writeHead(status, {
    ...headers,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    connection: 'close',
  })
  response.write(text)
  const linger = setTimeout(() => response.end(), LINGER_MS)
  const end = () => {
    clearTimeout(linger)
    response.end()
  }
  request.once('end', end).once('close', end).resume()
}

async function stop() {
  server.close()
  server.closeIdleConnections()
  for (const stream of streams) stream.destroy() // whoever listens asks again, elsewhere or later
  const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
  await new Promise((resolve) => server.once('close', resolve))
  clearTimeout(force)
  process.exit(0)
}

await app.prepare()
const handle = app.getRequestHandler()
const upgrade = app.getUpgradeHandler()

const server = createServer((request, response) => {
  const { headers, refused } = letIn(request)
  complete(response, headers)
  if (refused) refuse(request, response, refused)
  else void handle(request, response)
})
server.keepAliveTimeout = KEEP_ALIVE_MS
server.on('upgrade', (request, socket, head) => {
  if (letIn(request).refused) socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
  else void upgrade(request, socket, head)
})
server.once('error', (error) => {
  console.error(`Cannot listen on ${served.host}:${served.port}: ${error.message}`)
  process.exit(1)
})
server.listen(served.port, served.host, () => process.send?.('ready'))

process.on('message', (message) => message === 'stop' && stop())
process.on('disconnect', stop) // the process that started this one is gone, killed perhaps
process.on('SIGINT', () => {}) // Ctrl-C reaches both; the other says when
process.on('SIGTERM', stop)
