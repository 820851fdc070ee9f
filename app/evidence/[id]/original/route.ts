import { readOriginal } from '@/lib/operations/read-evidence'
import { answer } from '../../../_http/answer'
import { fileAnswer } from '../../../_http/file-answer'
import { CLIENT_HEADER } from '../../../_http/inner-headers'
import { evidenceCode } from '../../../_http/path-parts'
import { viewerOf } from '../../../_http/viewer'

/** The file as it came, for the team: to be kept and examined, not looked at in the browser. */
export const GET = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  answer(request, async () => {
    const code = evidenceCode((await params).id)
    const { name, type, bytes } = await readOriginal(await viewerOf(request), code, addressOf(request))
    return fileAnswer({ name: name ?? code, type, bytes, download: true })
  })

/** Where the request came from, as the web server tells it. */
const addressOf = (request: Request) => request.headers.get(CLIENT_HEADER)
