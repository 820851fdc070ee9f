import { mayRead } from '@/lib/access/questions'
import type { Viewer } from '@/lib/access/viewer'
import { whoAsks } from '@/lib/operations/accounts/who-asks'
import { requireReading } from '@/lib/operations/require-reading'
import { tokenAsks } from '@/lib/operations/tokens/token-asks'
import { Refusal } from '@/lib/problem'
import { cookiesOf } from './cookies'
import { rememberAsker } from './note-forbidden'
import { addressOf, limit } from './rate-limit'
import { signInCode } from './sign-in-code'

/**
 * Who sent the request. Refuses with `unauthenticated` somebody who may read nothing at all, with `forbidden` a token
 * that was not given `read` and asks to, and with `too-many` whoever asks too often.
 */
export const viewerOf = (request: Request): Promise<Viewer> => admitted(request, 'hand')

/** The same for what a page asks by itself: it keeps no session open of which the person has gone away. */
export const quietViewerOf = (request: Request): Promise<Viewer> => admitted(request, 'page')

/** Whether a person asks, or their page by itself. */
type By = 'hand' | 'page'

async function admitted(request: Request, by: By): Promise<Viewer> {
  const viewer = await askerOf(request, by)
  if (viewer.kind === 'anonymous' && !mayRead(viewer))
    throw new Refusal('unauthenticated', [{ path: [], code: signInCode(viewer.halt) }])
  if (isReading(request)) requireReading(viewer)
  return viewer
}

const isReading = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD'

/**
 * The same for doors that are open to somebody not signed in. A request that brings a token is its token's and nobody
 * else's: with one that is not good it is refused, whatever cookies came along.
 */
async function askerOf(request: Request, by: By): Promise<Viewer> {
  const token = bearerOf(request)
  const viewer = token === null ? await cookieViewer(request, by) : await tokenViewer(request, token)
  rememberAsker(request, viewer)
  return viewer
}

async function cookieViewer(request: Request, by: By): Promise<Viewer> {
  const viewer = await whoAsks({ cookie: cookiesOf(request) }, by === 'hand')
  if (viewer.kind === 'anonymous') await limit(request, { address: addressOf(request) })
  return viewer
}

async function tokenViewer(request: Request, token: string): Promise<Viewer> {
  try {
    const { member, tokenId } = await tokenAsks(token)
    await limit(request, { tokenId, accountId: member.id })
    return member
  } catch (error) {
    // Trying tokens costs as much as asking without one.
    if (error instanceof Refusal && error.kind === 'unauthenticated')
      await limit(request, { address: addressOf(request) })
    throw error
  }
}

/** Other schemes are not ours: a proxy before the app may ask for a password of its own. */
export function bearerOf(request: Request): string | null {
  const found = /^bearer(?: +(.*))?$/i.exec(request.headers.get('authorization') ?? '')
  return found ? (found[1] ?? '').trim() : null
}
