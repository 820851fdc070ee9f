/** The least and the longest wait before a lost stream is opened again. */
const LEAST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 60_000

/**
 * Follows the stream that says when facts are others, while it is wanted. `changed` is called at each event, and each time that
 * the stream opens, since much may have happened before. A stream that is lost is opened again after a wait that grows,
 * and is another for each page: all lose theirs at once when a server stops.
 */
export class ChangesFollower {
  #stream: EventSource | null = null
  #waiting: ReturnType<typeof setTimeout> | undefined
  #lost = 0

  constructor(private readonly changed: () => void) {}

  start(): void {
    if (this.#stream) return
    clearTimeout(this.#waiting)
    const stream = new EventSource('/api/explore/live')
    this.#stream = stream
    stream.onopen = () => {
      this.#lost = 0
      this.changed()
    }
    stream.addEventListener('changed', () => this.changed())
    stream.onerror = () => this.restart()
  }

  stop(): void {
    clearTimeout(this.#waiting)
    this.#stream?.close()
    this.#stream = null
  }

  /** After a while, and a longer one each time that it does not come to open. */
  restart(): void {
    this.stop()
    const wait = Math.min(LEAST_WAIT_MS * 2 ** this.#lost++, LONGEST_WAIT_MS)
    this.#waiting = setTimeout(() => this.start(), wait * (0.5 + Math.random()))
  }
}
