import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../../lib/db/embedded-postgres/server'

/** A Postgres that a test owns, so that it can look behind the app; gone with its folder when stopped. */
export async function temporaryPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'waqai-hostile-'))
  const server = await startEmbeddedPostgres({ folder, durable: false })
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { url: server.url, stop }
}
