import type { Viewer } from '@/lib/access/viewer'
import { noteRefusal } from '@/lib/operations/accounts/note-refusal'
import type { Refusal } from '@/lib/problem'
import { addressOf } from './rate-limit'

/** Who sent a request, until it is answered. */
const askers = new WeakMap<Request, Viewer>()

/** Keeps in mind who sent the request, for the log where it is refused. */
export const rememberAsker = (request: Request, viewer: Viewer): void => void askers.set(request, viewer)

/** Where a member is refused what they may not, the log of accesses gets a line; the query, which may tell much, stays out. */
export async function noteForbidden(request: Request, { kind, problems }: Refusal): Promise<void> {
  const viewer = askers.get(request)
  if (kind !== 'forbidden' || !viewer) return
  const door = `${request.method} ${new URL(request.url).pathname}`.slice(0, 200)
  await noteRefusal(viewer, { door, code: problems[0]?.code ?? '', address: addressOf(request) })
}
