import { environmentWith } from '@/lib/env'
import { commandArguments, runToEnd } from './child.mjs'

const HOUR_MS = 3_600_000

/** Runs derive-due by a command of its own: once now, awaited, and then every hour. Gives what ends it. */
export async function keepFiguresDue(url: string): Promise<() => void> {
  const ending = new AbortController()
  const run = () =>
    runToEnd(process.execPath, commandArguments('derive-due'), {
      env: environmentWith({ DATABASE_URL: url }),
      signal: ending.signal,
    })
  await run()
  const timer = setInterval(() => {
    // The next hour tries again; what is due stays due.
    run().catch((error) => ending.signal.aborted || console.error(error))
  }, HOUR_MS)
  return () => {
    clearInterval(timer)
    ending.abort()
  }
}
