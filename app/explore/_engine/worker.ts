// The explorer's worker: it holds the facts, and answers the page's questions from them, the newest first.
import { Explorer } from '@/lib/analysis/facts/explorer'
import { FactsAway, fetchFacts } from './fetch-facts'
import type { Asked, Told } from './protocol'

interface Scope {
  postMessage(told: Told): void
  onmessage: ((event: MessageEvent<Asked>) => void) | null
}

const scope = self as unknown as Scope
let explorer: Explorer | null = null
let newest: Asked | null = null
let told: unknown = null

/** Comes after the questions that wait already, so that of several only the last is answered. */
const turn = new MessageChannel()
turn.port1.onmessage = () => {
  if (explorer === null || newest === null) return
  const { seq, question } = newest
  newest = null
  const { answer, ...shown } = explorer.show(question)
  scope.postMessage({ type: 'shown', seq, shown: { ...shown, answer: answer === told ? null : answer } })
  told = answer
}

scope.onmessage = ({ data }) => {
  newest = data
  turn.port2.postMessage(null)
}

async function open(): Promise<void> {
  const { facts, version } = await fetchFacts()
  explorer = new Explorer(facts)
  scope.postMessage({ type: 'opened', incidents: facts.id.length, version, extent: explorer.extent })
  turn.port2.postMessage(null)
}

open().catch((error: unknown) => {
  scope.postMessage({ type: 'failed', status: error instanceof FactsAway ? error.status : null })
  if (!(error instanceof FactsAway)) reportError(error)
})
