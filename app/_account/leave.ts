import { ask } from '../_ui/ask'
import { forgetAllDrafts } from '../log/_form/kept-draft'

/** Signs out. What this browser kept goes first: also where the server cannot be reached to say so. */
export async function leave(): Promise<void> {
  await forgetAllDrafts()
  await ask('/api/account/sign-out', 'POST')
  window.location.assign('/sign-in')
}
