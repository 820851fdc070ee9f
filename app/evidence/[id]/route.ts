import { readSharedCopy } from '@/lib/operations/read-evidence'
import { answer } from '../../_http/answer'
import { fileAnswer } from '../../_http/file-answer'
import { evidenceCode } from '../../_http/path-parts'
import { viewerOf } from '../../_http/viewer'

/** The copy for sharing. Its name is its address: the one it was given may tell of people. */
export const GET = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  answer(request, async () => {
    const code = evidenceCode((await params).id)
    const { type, bytes } = await readSharedCopy(await viewerOf(request), code)
    return fileAnswer({ name: code, type, bytes, download: false })
  })
