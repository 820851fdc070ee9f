/** What makes a stream: it is told how to say something, and how to end, and gives what to do when it ends. */
type Source = (stream: { send: (text: string) => void; end: () => void }) => Promise<() => void>

/**
 * Server-sent events as an answer. What `open` refuses is refused before the stream begins. It ends when the source ends
 * it, when whoever asked goes away, or when they have not read for so long that much waits for them.
 */
export async function eventStream(request: Request, open: Source): Promise<Response> {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  let waiting: string[] = []
  let ended = false
  let close = () => {}
  const end = () => {
    if (ended) return
    ended = true
    close()
    try {
      controller?.close()
    } catch {
      // It was taken from us already.
    }
  }
  const send = (text: string) => {
    if (ended) return
    if (controller === null) waiting.push(text)
    else if ((controller.desiredSize ?? 0) < -MOST_WAITING) end()
    else controller.enqueue(new TextEncoder().encode(text))
  }
  close = await open({ send, end })
  if (ended) close()
  request.signal.addEventListener('abort', end)
  // Nobody reads the body of an answer to HEAD, nor ends it.
  if (request.method === 'HEAD' || request.signal.aborted) end()
  const body = new ReadableStream<Uint8Array>({
    start(opened) {
      controller = opened
      if (ended) return opened.close()
      for (const text of waiting) send(text)
      waiting = []
    },
    cancel: end,
  })
  return new Response(request.method === 'HEAD' ? null : body, { headers })
}

/** Texts that whoever reads too slowly, or not at all, may leave waiting. */
const MOST_WAITING = 100

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Compressed, it would wait until there is enough of it.
  'cache-control': 'private, no-store, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
}
