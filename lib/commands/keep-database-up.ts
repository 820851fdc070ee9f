import { type EmbeddedPostgres, startEmbeddedPostgres } from '@/lib/db/embedded-postgres/server'
import { dataFolder } from './with-database'

const EVERY_MS = 2_000

/** Starts the embedded Postgres again, on its old port, whenever it has died. Gives the function that ends the watch. */
export function keepDatabaseUp({ isRunning }: EmbeddedPostgres): () => Promise<void> {
  let reviving: Promise<unknown> | undefined
  const timer = setInterval(() => {
    if (reviving || isRunning()) return
    console.error('The database has stopped: starting it again.')
    reviving = startEmbeddedPostgres({ folder: dataFolder() })
      .catch((error) => console.error(error))
      .finally(() => {
        reviving = undefined
      })
  }, EVERY_MS)
  return async () => {
    clearInterval(timer)
    await reviving
  }
}
