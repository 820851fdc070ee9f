import { mayAdminister } from '@/lib/access/questions'
import type { Viewer } from '@/lib/access/viewer'
import { Refusal } from '@/lib/problem'

/** Refuses whoever is no administrator. */
export function requireAdministrator(viewer: Viewer): void {
  if (!mayAdminister(viewer)) throw mayNot()
}

export const mayNot = (): Refusal => new Refusal('forbidden', [{ path: [], code: 'may-not-administer' }])
