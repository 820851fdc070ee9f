import type { z } from 'zod'
import type { Viewer } from '@/lib/access/viewer'
import { answerOnce, type WriteAnswer } from '@/lib/operations/answer-once'
import { Refusal } from '@/lib/problem'
import { answer } from './answer'
import { readBody } from './read-body'
import { viewerOf } from './viewer'

/** Checks what stands before a write, outside its transaction; gives the write. */
type Prepare<T> = (viewer: Viewer, value: T) => Promise<() => Promise<WriteAnswer>>

/** A write of the API with a body: read, checked, and done once for its Idempotency-Key. */
export const answerWrite = <S extends z.ZodType>(
  request: Request,
  schema: S,
  prepare: Prepare<z.output<S>>,
) =>
  answer(request, async () => {
    const viewer = await viewerOf(request)
    return once(request, viewer, await readBody(request, schema), prepare)
  })

/** A write of the API that is all in its address and headers. */
export const answerBareWrite = (request: Request, prepare: Prepare<null>) =>
  answer(request, async () => once(request, await viewerOf(request), null, prepare))

async function once<T>(request: Request, viewer: Viewer, value: T, prepare: Prepare<T>): Promise<Response> {
  const write = {
    key: keyOf(request),
    request: `${request.method} ${new URL(request.url).pathname}`,
    content: JSON.stringify([request.headers.get('if-match'), value]),
  }
  const { status, headers, body, isReplayed } = await answerOnce(viewer, write, () => prepare(viewer, value))
  return new Response(body, {
    status,
    headers: { ...plain, ...headers, ...(isReplayed ? { 'idempotent-replayed': 'true' } : {}) },
  })
}

const plain = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

/** What a write is answered where there is something to tell. */
export const tell = (status: number, value: unknown, headers: Record<string, string> = {}): WriteAnswer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
})

/** What a write is answered where all is said by its success. */
export const tellDone = (): WriteAnswer => ({ status: 204, headers: {}, body: null })

/** The draft of the standard writes the key as a quoted string; most who send one leave the quotation marks out. */
function keyOf(request: Request): string | null {
  const told = request.headers.get('idempotency-key')
  if (told === null) return null
  const key = told.replace(/^"(.*)"$/, '$1')
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key
  throw new Refusal('invalid', [{ path: ['idempotency-key'], code: 'idempotency-key-form' }])
}
