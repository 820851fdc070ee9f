import type { Answer } from '@/app/_ui/ask'

/**
 * Sends a file as the body of a request, telling which part of it has gone. Not by `fetch`, which does not tell.
 * Never throws.
 */
export function sendFile(
  path: string,
  file: File,
  onProgress: (part: number) => void,
): Promise<Answer<{ code: string }>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.replace(/\p{Surrogate}/gu, '_')))
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total ? loaded / total : 0))
    request.addEventListener('load', () => resolve(answerOf(request)))
    request.addEventListener('error', () => resolve({ ok: false, why: 'unreachable' }))
    request.send(file)
  })
}

function answerOf({ status, responseText }: XMLHttpRequest): Answer<{ code: string }> {
  try {
    const told = JSON.parse(responseText)
    if (status === 201) return { ok: true, value: told }
    if (status >= 500) return { ok: false, why: 'unreachable' }
    const { title = '', problems = [], detail = null } = told
    return { ok: false, why: 'refused', status, title, problems, detail }
  } catch {
    return { ok: false, why: 'unreachable' }
  }
}
