import { answerBareWrite, tellDone } from '@/app/_http/answer-write'
import { incidentCode } from '@/app/_http/path-parts'
import { restoreIncident } from '@/lib/operations/edit-incident'

/** Brings a deleted incident back. */
export const POST = (request: Request, { params }: { params: Promise<{ code: string }> }) =>
  answerBareWrite(request, async (viewer) => {
    const code = incidentCode((await params).code)
    return async () => {
      await restoreIncident(viewer, code)
      return tellDone()
    }
  })
