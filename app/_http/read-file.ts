import { Refusal } from '@/lib/problem'
import { problemsOf } from '@/lib/problem-issues'
import { type EvidenceDraft, evidenceDraft } from '@/lib/report/evidence'
import { MOST_FILE_BYTES } from '@/lib/report/file-size'

/**
 * What a request says of the file that is its body: the type in `Content-Type`, the name in `X-File-Name` as UTF-8 with
 * %-escapes, the rest in the query. Refuses with `invalid`.
 */
export function fileDraft(request: Request): EvidenceDraft {
  const { headers } = request
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const type = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  const parsed = evidenceDraft.safeParse({ ...asked, type, name: unescaped(headers.get('x-file-name')) })
  if (parsed.success) return parsed.data
  throw new Refusal('invalid', problemsOf(parsed.error.issues))
}

function unescaped(name: string | null): string | undefined {
  if (name === null) return undefined
  try {
    return decodeURIComponent(name)
  } catch {
    throw new Refusal('invalid', [{ path: ['name'], code: 'file-name-form' }])
  }
}

/**
 * Runs `work` with what reads the request's file. Where the work refuses before it has read it, the file is read to its
 * end and dropped: an answer sent before that is lost with the connection.
 */
export async function withFile<T>(
  request: Request,
  work: (receive: () => Promise<Uint8Array<ArrayBuffer>>) => Promise<T>,
): Promise<T> {
  try {
    return await work(() => readFile(request))
  } catch (error) {
    if (!request.bodyUsed) for await (const _ of request.body ?? []);
    throw error
  }
}

/** Counts while it reads: fewer bytes than the request states came from a line that broke, or from one who cut it short. */
async function readFile(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length <= MOST_FILE_BYTES) chunks.push(chunk)
  }
  const stated = request.headers.get('content-length')
  if (stated !== null && Number(stated) !== length)
    throw new Refusal('invalid', [{ path: ['file'], code: 'file-cut-short' }])
  if (length <= MOST_FILE_BYTES) return Uint8Array.from(Buffer.concat(chunks))
  const params = { megabytes: MOST_FILE_BYTES / 1024 / 1024 }
  throw new Refusal('too-large', [{ path: ['file'], code: 'file-too-large', params }])
}
