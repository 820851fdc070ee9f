import { createServer } from 'node:net'
import { env } from '@/lib/env'

/** Where the app listens, and the address to give to people. */
export interface Address {
  readonly host: string
  readonly port: number
  readonly url: string
  /** Only this machine reaches it. */
  readonly isLocal: boolean
}

/**
 * The address that the settings ask for. Throws, with the remedy, where the app would listen on every address under a
 * name that it does not know.
 */
export function servedAddress(): Address {
  const host = env('HOST').replace(/^\[|\]$/g, '')
  const port = env('PORT')
  const publicUrl = env('WAQAI_PUBLIC_URL')
  if (publicUrl === undefined && (host === '0.0.0.0' || host === '::')) {
    throw new Error(
      `HOST=${host} listens on every address of this machine, and Waqai answers only under a name that it knows. Say the one that people use: WAQAI_PUBLIC_URL=https://waqai.example.org`,
    )
  }
  const url = publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const isLocal = isLoopback(host) && isLoopback(new URL(url).hostname.replace(/^\[|\]$/g, ''))
  return { host, port, url, isLocal }
}

/** Throws, with the remedy, if others could reach the app while it has no accounts to tell who they are. */
export function requireAccounts({ isLocal, url }: Address, hasAccounts: boolean): void {
  if (isLocal || hasAccounts) return
  throw new Error(
    `HOST or WAQAI_PUBLIC_URL would let other machines in (${url}), and nobody has an account here yet. Start once without them, claim the installation on this machine with the code that is printed, and then start again as now.`,
  )
}

/** What to tell the keeper of an address at which words travel readable; null for one where they do not. */
export function readableWarning({ isLocal, url }: Address): string | null {
  if (isLocal || url.startsWith('https:')) return null
  return `Warning: over ${url} passwords and the record travel readable for everybody on the way. Put a proxy with TLS before Waqai, and say its address: WAQAI_PUBLIC_URL=https://…`
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
