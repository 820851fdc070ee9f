import 'server-only'
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Viewer } from '@/lib/access/viewer'
import type { FactsMoment } from '@/lib/db/facts-changes'
import { env } from '@/lib/env'

const NONCE = 12
const TAG = 16

/** Who reads alike: the same account in the same role. */
export const readingAs = (viewer: Viewer): string => JSON.stringify({ ...viewer, name: undefined })

/**
 * A moment as it is given to a viewer, to ask what has changed since. It is sealed: numbers of transactions would tell that
 * the team is at work. It is of this viewer, in this role: somebody else holds other facts.
 */
export function sealMoment(moment: FactsMoment, viewer: Viewer): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key(), nonce).setAAD(Buffer.from(readingAs(viewer)))
  const sealed = [cipher.update(JSON.stringify(moment), 'utf8'), cipher.final()]
  return Buffer.concat([nonce, ...sealed, cipher.getAuthTag()]).toString('base64url')
}

/** The moment in such a text; null where it is none of ours, or somebody else's. */
export function openMoment(text: string, viewer: Viewer): FactsMoment | null {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length <= NONCE + TAG) return null
  const opener = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(Buffer.from(readingAs(viewer)))
    .setAuthTag(bytes.subarray(-TAG))
  try {
    const opened = [opener.update(bytes.subarray(NONCE, -TAG)), opener.final()]
    return JSON.parse(Buffer.concat(opened).toString('utf8'))
  } catch {
    return null // another key, another viewer, or nothing of ours
  }
}

const key = (): Buffer => createHmac('sha256', env('WAQAI_SECRET')).update('moments of facts').digest()
