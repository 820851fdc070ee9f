// The explorer's worker: it holds the facts, keeps them as they are, and answers the page's questions, the newest first.
import { Explorer, type Shown } from '@/lib/analysis/facts/explorer'
import { FactsAway, type Fetched, fetchPublicFacts } from './fetch-facts'
import { ChangesFollower } from './follow-changes'
import { HeldFacts } from './held-facts'
import { type Asked, newsOf, type Opened, type Told } from './protocol'

interface Scope {
  postMessage(told: Told): void
  onmessage: ((event: MessageEvent<Asked>) => void) | null
}

const scope = self as unknown as Scope
const facts = new HeldFacts()
let explorer: Explorer | null = null
let asked: Extract<Asked, { seq: number }> | null = null
let isAnswered = true
let told: Shown | null = null

/** Comes after the questions that wait already, so that of several only the last is answered. */
const turn = new MessageChannel()
turn.port1.onmessage = () => {
  if (explorer === null || asked === null || isAnswered) return
  isAnswered = true
  const shown = explorer.show(asked.question)
  scope.postMessage({ type: 'shown', seq: asked.seq, shown: newsOf(told, shown) })
  told = shown
}

function answerAnew(): void {
  isAnswered = false
  turn.port2.postMessage(null)
}

let isSeen = true
/** They are here, and are kept as they are. */
let isOpen = false

scope.onmessage = ({ data }) => {
  if ('isPublic' in data) void open(data.isPublic)
  else if ('isSeen' in data) {
    isSeen = data.isSeen
    followWhileSeen()
  } else {
    asked = data
    answerAnew()
  }
}

function explore({ facts, version }: Fetched): Opened {
  explorer = new Explorer(facts)
  return { version, extent: explorer.extent }
}

/** What everybody may read is not followed: a page that many look at would hold a connection for each of them. */
async function open(isPublic: boolean): Promise<void> {
  try {
    const fetched = isPublic ? await fetchPublicFacts() : await facts.open()
    scope.postMessage({ type: 'opened', ...explore(fetched) })
    answerAnew()
    isOpen = !isPublic
    followWhileSeen()
  } catch (error) {
    scope.postMessage({ type: 'failed', status: error instanceof FactsAway ? error.status : null })
    if (!(error instanceof FactsAway)) reportError(error)
  }
}

const follower = new ChangesFollower(() => void catchUp())

/** A page that nobody sees holds no connection: of these a browser has few. */
function followWhileSeen(): void {
  if (isOpen && isSeen) follower.start()
  else follower.stop()
}

let catching = false
let isToCatchUp = false

/** One after another; of several that are told of meanwhile, once. */
async function catchUp(): Promise<void> {
  isToCatchUp = true
  if (catching) return
  catching = true
  try {
    while (isToCatchUp) {
      isToCatchUp = false
      const caught = await facts.catchUp()
      if (!caught) continue
      scope.postMessage({ type: 'changed', ids: caught.changed, ...explore(caught.held) })
      answerAnew()
    }
  } catch (error) {
    leave(error)
  } finally {
    catching = false
  }
}

/** Who may no longer read is told so; what else went wrong is tried again with the next event, or the next opening. */
function leave(error: unknown): void {
  const status = error instanceof FactsAway ? error.status : null
  if (status === 401 || status === 403) {
    isOpen = false
    follower.stop()
    scope.postMessage({ type: 'left', status })
  } else {
    follower.restart()
    if (!(error instanceof FactsAway)) reportError(error)
  }
}
