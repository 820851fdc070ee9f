import type { z } from 'zod'
import { Refusal } from '@/lib/problem'
import { problemsOf } from '@/lib/problem-issues'

/** A log with a pasted report and hundreds of claims is far below this. */
const MOST_BYTES = 2 * 1024 * 1024
const MOST_DEPTH = 60

/**
 * The request's body as a value of `schema`. Refuses with `invalid` or `too-large`: another content type, more bytes
 * than a log can have, bytes that are no UTF-8, text that is no JSON, and what the schema does not take. Paths of
 * problems within the field `about` begin below it, as those of the operation do.
 */
export async function readBody<S extends z.ZodType>(
  request: Request,
  schema: S,
  about?: string,
): Promise<z.output<S>> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) throw invalid('body-not-json')
  const parsed = schema.safeParse(parseJson(decode(await readBytes(request))), { reportInput: false })
  if (parsed.success) return parsed.data
  throw new Refusal(
    'invalid',
    problemsOf(parsed.error.issues).map(({ path, ...rest }) => ({
      ...rest,
      path: path[0] === about ? path.slice(1) : path,
    })),
  )
}

const invalid = (code: string) => new Refusal('invalid', [{ path: [], code }])

/**
 * Counts while it reads: a stated length can lie. What is too much is read to its end all the same and dropped, since
 * an answer sent before that is lost with the connection. The guard before us bounds how long that end can be.
 */
async function readBytes(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size <= MOST_BYTES) chunks.push(chunk)
  }
  if (size <= MOST_BYTES) return Buffer.concat(chunks)
  throw new Refusal('too-large', [{ path: [], code: 'body-too-large', params: { max: MOST_BYTES } }])
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw invalid('body-not-utf8')
  }
}

function parseJson(text: string): unknown {
  if (depthOf(text) > MOST_DEPTH) throw invalid('body-too-deep')
  try {
    return JSON.parse(text)
  } catch {
    throw invalid('body-not-json')
  }
}

/** Greatest number of brackets open at once, those within texts apart. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]
    if (quoted) {
      if (unit === '\\') i++
      else if (unit === '"') quoted = false
    } else if (unit === '"') quoted = true
    else if (unit === '{' || unit === '[') deepest = Math.max(deepest, ++depth)
    else if (unit === '}' || unit === ']') depth--
  }
  return deepest
}
