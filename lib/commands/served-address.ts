import { createServer } from 'node:net'
import { env } from '@/lib/env'

/** Where the app listens, and the address to give to people. */
export interface Address {
  readonly host: string
  readonly port: number
  readonly url: string
}

/** The address that HOST and PORT ask for. Throws, with the reason, unless it is a loopback one. */
export function servedAddress(): Address {
  const host = env('HOST').replace(/^\[|\]$/g, '')
  const port = env('PORT')
  if (!isLoopback(host)) {
    throw new Error(
      `HOST=${host} would let other machines in, and Waqai has no accounts yet: whoever reaches it is its owner. Leave HOST out, or use 127.0.0.1, localhost or ::1.`,
    )
  }
  return { host, port, url: `http://${host.includes(':') ? `[${host}]` : host}:${port}` }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** Throws, with the remedy, if something listens at `address` already. */
export function requireFreePort({ host, port }: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (cause: NodeJS.ErrnoException) =>
      reject(new Error(explain(cause, host, port), { cause })),
    )
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

function explain({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Another program uses port ${port}. Choose another one: PORT=${port + 1} npm start`
  if (code === 'EACCES')
    return `This user may not listen on port ${port}. Choose one from 1024 up: PORT=3000 npm start`
  return `Cannot listen on ${host}:${port}: ${message}.`
}
