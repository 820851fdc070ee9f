import type { Viewer } from '@/lib/access/viewer'
import { readingAs } from '@/lib/operations/facts-token'
import { followFacts } from '@/lib/operations/follow-facts'
import { watchFacts } from '@/lib/operations/read-changes'
import { Refusal } from '@/lib/problem'
import { eventStream } from './event-stream'
import { addressOf } from './rate-limit'
import { quietViewerOf } from './viewer'

/** At most so often is it said that something changed. */
const PAUSE_MS = 1_000
/** A connection that says nothing for a minute is ended by proxies between. It is also looked then whether anything is other. */
const BEAT_MS = 20_000

/**
 * Says that something changed for the viewer, nothing else, until they are no longer who they were: signed out, locked, in another
 * role. Whether it concerns them is looked for at each change, or a reader would learn when the team is at work.
 */
export async function factsStream(request: Request, viewer: Viewer): Promise<Response> {
  return await eventStream(request, async ({ send, end }) => {
    const look = await lookingFor(request, viewer)
    const looking = paused(async () => {
      const seen = await look().catch(() => 'ended' as const)
      if (seen === 'ended') return end()
      if (seen === 'changed') send('event: changed\ndata:\n\n')
    })
    const leave = await followFacts(viewer, addressOf(request), { changed: looking.soon, lost: end })
    const beat = setInterval(() => {
      send(':\n\n')
      looking.soon()
    }, BEAT_MS)
    send(':\n\n')
    return () => {
      clearInterval(beat)
      looking.stop()
      leave()
    }
  })
}

type Seen = 'changed' | 'same' | 'ended'

async function lookingFor(request: Request, viewer: Viewer): Promise<() => Promise<Seen>> {
  const hasChanged = await watchFacts()
  return async () => {
    if (!(await isStill(request, viewer))) return 'ended'
    return (await hasChanged(viewer)) ? 'changed' : 'same'
  }
}

async function isStill(request: Request, viewer: Viewer): Promise<boolean> {
  try {
    return readingAs(await quietViewerOf(request)) === readingAs(viewer)
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** Runs `work` at once, then, however often it is asked for, once after each pause; never twice at a time. */
function paused(work: () => Promise<void>): { soon: () => void; stop: () => void } {
  let [works, isAskedAgain, isStopped] = [false, false, false]
  const run = async () => {
    works = true
    while (isAskedAgain && !isStopped) {
      isAskedAgain = false
      await Promise.all([work(), new Promise((resolve) => setTimeout(resolve, PAUSE_MS))])
    }
    works = false
  }
  return {
    soon: () => {
      isAskedAgain = true
      if (!works) void run()
    },
    stop: () => {
      isStopped = true
    },
  }
}
