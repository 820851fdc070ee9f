import { compress, type EncodedFacts } from '@/lib/operations/read-facts'
import { encodingFor, namesVersion } from './encoded-answer'
import { ENCODING_HEADER } from './inner-headers'

/** Facts as an answer, compressed as whoever asks takes it; 304 to whoever has them. */
export async function factsAnswer(
  request: Request,
  { version, isPublished, bytes }: EncodedFacts,
  more: Record<string, string> = {},
): Promise<Response> {
  const headers = {
    ...more,
    etag: `W/"${version}"`,
    // A browser keeps on its disk what everybody here may read, and asks each time whether it still holds; nothing else.
    'cache-control': isPublished ? 'private, no-cache' : 'private, no-store',
    vary: 'accept-encoding, cookie, authorization',
    'x-content-type-options': 'nosniff',
  }
  if (namesVersion(request, version)) return new Response(null, { status: 304, headers })
  const encoding = encodingFor(request)
  const encoded: Record<string, string> = encoding === 'identity' ? {} : { [ENCODING_HEADER]: encoding }
  return new Response(await bytes(encoding), {
    headers: { ...headers, ...encoded, 'content-type': 'application/octet-stream' },
  })
}

/** Changes of facts as an answer: for whoever asks, and nobody else. */
export async function changesAnswer(request: Request, changes: Uint8Array<ArrayBuffer>): Promise<Response> {
  const encoding = encodingFor(request)
  return new Response(await compress[encoding](changes), {
    headers: {
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-type': 'application/octet-stream',
      ...(encoding === 'identity' ? {} : { [ENCODING_HEADER]: encoding }),
    },
  })
}
