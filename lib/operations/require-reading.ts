import { mayRead } from '@/lib/access/questions'
import type { Viewer } from '@/lib/access/viewer'
import { Refusal } from '@/lib/problem'

/** Refuses (`forbidden`) who may read nothing: a token that was not given that. */
export function requireReading(viewer: Viewer): void {
  if (mayRead(viewer)) return
  throw new Refusal('forbidden', [{ path: [], code: 'scope-missing', params: { scope: 'read' } }])
}
