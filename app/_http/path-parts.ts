import { z } from 'zod'
import { Refusal, type RefusalKind } from '@/lib/problem'

const uuid = z.uuid()
const code = /^[A-Z]{2}-\d{4}-[0-9A-Z]{4,8}$/

/** A draft's id from the address. What is no uuid is no draft: `not-found`, and the database is not asked. */
export function draftId(text: string): string {
  if (uuid.safeParse(text).success) return text
  throw refusal('not-found', 'id', 'draft-unknown')
}

/** A piece of evidence's code from the address: `not-found` for what is none. */
export function evidenceCode(text: string): string {
  if (uuid.safeParse(text).success) return text.toLowerCase()
  throw refusal('not-found', 'id', 'evidence-unknown')
}

/** A token's id from the address. */
export function tokenId(text: string): string {
  if (uuid.safeParse(text).success) return text
  throw refusal('not-found', 'id', 'token-unknown')
}

/** A comment's id from the address. */
export function commentId(text: string): number {
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0
  if (id >= 1 && id <= 2_147_483_647) return id
  throw refusal('not-found', 'id', 'comment-unknown')
}

/** An id from the address; `not-found` with the problem `unknown` for what is none. */
export function uuidOf(text: string, unknown: string): string {
  if (uuid.safeParse(text).success) return text.toLowerCase()
  throw refusal('not-found', 'id', unknown)
}

/** An incident's code from the address; small letters are taken, since people type them. */
export function incidentCode(text: string): string {
  const upper = text.toUpperCase()
  if (code.test(upper)) return upper
  throw new Refusal('not-found', [
    {
      path: ['code'],
      code: 'incident-unknown',
      params: { code: text.slice(0, 20).replace(/[^\x20-\x7e]/g, '?') },
    },
  ])
}

const refusal = (kind: RefusalKind, field: string, problem: string) =>
  new Refusal(kind, [{ path: [field], code: problem }])
