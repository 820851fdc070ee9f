// The process that serves the pages: Next behind a guard that looks at every request first. It is started by
// serve.ts, told by it when to stop, and ends when it is gone. Plain JavaScript, so that no compiler stands in the way of
// Next's own loading.

import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import next from 'next'
import { tsImport } from 'tsx/esm/api'

const DRAIN_MS = 8_000

// No page of another site may show this one inside itself and have its owner click what they do not see: the guard
// cannot tell such a click from one's own. Said in the standard's way, and in the older one that some browsers keep to.
const NEVER_FRAMED = { 'content-security-policy': "frame-ancestors 'none'", 'x-frame-options': 'DENY' }

const dev = process.env.NODE_ENV !== 'production'
const served = { host: process.env.HOST ?? '127.0.0.1', port: Number(process.env.PORT) }
const { refusal } = await tsImport('../../app/_http/request-guard.ts', import.meta.url)

const app = next({
  dev,
  dir: fileURLToPath(new URL('../..', import.meta.url)),
  hostname: served.host,
  port: served.port,
})

function refuse(request, response, { status, problem }) {
  response.writeHead(status, {
    'content-type': 'application/problem+json; charset=utf-8',
    connection: 'close',
  })
  response.end(`${JSON.stringify(problem)}\n`)
  request.destroySoon?.()
}

async function stop() {
  server.close()
  server.closeIdleConnections()
  const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
  await new Promise((resolve) => server.once('close', resolve))
  clearTimeout(force)
  process.exit(0)
}

await app.prepare()
const handle = app.getRequestHandler()
const upgrade = app.getUpgradeHandler()

const server = createServer((request, response) => {
  response.setHeaders(new Headers(NEVER_FRAMED))
  const refused = refusal(request, served)
  if (refused) refuse(request, response, refused)
  else void handle(request, response)
})
server.on('upgrade', (request, socket, head) => {
  if (refusal(request, served)) socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
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
