import type { FileType } from '@/lib/formats/file-type'
import { isPictureType } from '@/lib/formats/file-type'
import { disposition, offeredName } from '@/lib/report/file-name'

/**
 * A file that somebody sent us, given to others. The browser may draw it and nothing else: no script, no form, nothing
 * fetched, an origin of its own, no other type than this one, no other site that shows it, no cache that keeps it. What
 * is no picture is never opened in the browser.
 */
export function fileAnswer(file: {
  name: string
  type: FileType
  bytes: Uint8Array<ArrayBuffer>
  download: boolean
}): Response {
  const how = file.download || !isPictureType(file.type) ? 'attachment' : 'inline'
  return new Response(file.bytes, {
    headers: {
      'content-type': file.type,
      'content-length': String(file.bytes.length),
      'content-disposition': disposition(how, offeredName(file.name, file.type)),
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, no-store',
    },
  })
}
