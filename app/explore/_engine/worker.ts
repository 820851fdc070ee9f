// The explorer's worker: it holds the facts or asks the server, and answers the page's questions, the newest first.
import type { Shown } from '@/lib/analysis/facts/explorer'
import { Engines } from './engines'
import { FactsAway } from './fetch-facts'
import { ChangesFollower } from './follow-changes'
import { type Asked, newsOf, type Told } from './protocol'

interface Scope {
  postMessage(told: Told): void
  onmessage: ((event: MessageEvent<Asked>) => void) | null
}

const scope = self as unknown as Scope
let engine = new Engines(false)
let asked: Extract<Asked, { seq: number }> | null = null
let isAnswered = true
let isThere = false
let told: Shown | null = null

/** Comes after the questions that wait already, so that of several only the last is answered. */
const turn = new MessageChannel()
turn.port1.onmessage = () => {
  if (!isThere || asked === null || isAnswered) return
  isAnswered = true
  const { seq, question } = asked
  engine.show(
    question,
    (shown) => {
      scope.postMessage({ type: 'shown', seq, shown: newsOf(told, shown) })
      told = shown
    },
    notShown,
  )
}

/** Only a server can fail to answer: it is asked again, unless whoever asks may no longer read. */
function notShown(error: unknown): void {
  if (hasToLeave(error)) leave(error)
  else setTimeout(answerAnew, ASKED_AGAIN_MS)
  if (!(error instanceof FactsAway)) reportError(error)
}

const ASKED_AGAIN_MS = 3_000

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

/** What everybody may read is not followed: a page that many look at would hold a connection for each of them. */
async function open(isPublic: boolean): Promise<void> {
  engine = new Engines(isPublic)
  try {
    scope.postMessage({ type: 'opened', ...(await engine.open()) })
    isThere = true
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
      const caught = await engine.catchUp()
      if (!caught) continue
      scope.postMessage({ type: 'changed', ids: caught.changed, ...caught.opened })
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
  if (hasToLeave(error)) {
    isOpen = false
    follower.stop()
    scope.postMessage({ type: 'left', status: error.status })
  } else {
    follower.restart()
    if (!(error instanceof FactsAway)) reportError(error)
  }
}

const hasToLeave = (error: unknown): error is FactsAway & { status: number } =>
  error instanceof FactsAway && (error.status === 401 || error.status === 403)
