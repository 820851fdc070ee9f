import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Role } from '../../lib/access/roles'
import { personOf } from '../people'
import type { Actor } from './answers'

export type Send = (path: string, init?: RequestInit) => Promise<Response>

export interface Asker {
  /** Id of the account; empty for nobody. */
  id: string
  /** What the asker brings to prove who it is. */
  headers: Record<string, string>
  /** Signs in anew, after a door has ended the session. */
  renew: () => Promise<void>
}

const roles: readonly Role[] = ['administrator', 'reviewer', 'analyst', 'contributor', 'reader']

/**
 * An asker for each actor. The accounts are rows with the password of the keeper who claimed the installation; they
 * sign in, sign out and make tokens by the doors that everybody uses. `author` made what the others ask for.
 */
export async function askersOf(client: pg.Client, send: Send): Promise<Record<Actor | 'author', Asker>> {
  const person = async (role: Role): Promise<Asker> => {
    const { id, email } = await insertAccount(client, role)
    const asker: Asker = { id, headers: {}, renew: async () => {} }
    asker.renew = async () => {
      asker.headers = { cookie: await signIn(send, email) }
    }
    await asker.renew()
    return asker
  }
  const byRole = {} as Record<Role, Asker>
  for (const role of roles) byRole[role] = await person(role)
  const author = await person('analyst')
  const owner = await person('analyst')
  const ended = await person('administrator')
  const closed = await person('administrator')
  const idle = await idling(client, await person('administrator'))
  await ask(send, '/api/account/sign-out', 'POST', {}, ended.headers)
  await client.query('update "user" set closed_at = now() where id = $1', [closed.id])
  const still = (asker: Asker): Asker => ({ ...asker, renew: async () => {} })
  return {
    ...byRole,
    author,
    nobody: { id: '', headers: {}, renew: async () => {} },
    'ended session': still(ended),
    'locked session': idle,
    'closed account': still(closed),
    ...(await tokensOf(client, send, owner)),
  }
}

/** Somebody who signs in and then does nothing for so long that the session is locked. */
async function idling(client: pg.Client, asker: Asker): Promise<Asker> {
  const idle: Asker = { ...asker, renew: async () => {} }
  idle.renew = async () => {
    await asker.renew()
    idle.headers = asker.headers
    await client.query(`update session set last_seen_at = now() - interval '1 day' where user_id = $1`, [
      asker.id,
    ])
  }
  await idle.renew()
  return idle
}

async function tokensOf(client: pg.Client, send: Send, owner: Asker) {
  const token = async (...scopes: string[]) => {
    const { password } = personOf('administrator')
    const body = { name: scopes.join(' '), scopes, days: 1, password }
    const answer = await ask(send, '/api/account/tokens', 'POST', body, owner.headers)
    if (answer.status !== 201) throw new Error(await answer.text())
    const { text, token } = (await answer.json()) as { text: string; token: { id: string } }
    const headers = { authorization: `Bearer ${text}` }
    return { id: owner.id, tokenId: token.id, headers, renew: async () => {} }
  }
  const revoked = await token('read', 'record')
  await ask(send, `/api/account/tokens/${revoked.tokenId}`, 'DELETE', undefined, owner.headers)
  const expired = await token('read', 'record')
  await client.query(
    `update api_token set created_at = now() - interval '9 days', expires_at = now() - interval '1 second' where id = $1`,
    [expired.tokenId],
  )
  return {
    'full token': await token('read', 'record', 'review', 'protected'),
    'reading token': await token('read'),
    'recording token': await token('record'),
    'revoked token': revoked,
    'expired token': expired,
  }
}

async function insertAccount(client: pg.Client, role: Role): Promise<{ id: string; email: string }> {
  const id = randomUUID()
  const email = `${id}@waqai.example`
  await client.query(
    `insert into "user" (id, name, email, email_verified, role) values ($1, $2, $3, true, $4)`,
    [id, `Some ${role}`, email, role],
  )
  await client.query(
    `insert into account (id, account_id, provider_id, user_id, password)
     select $1::text, $1::text, 'credential', $1::text, password from account limit 1`,
    [id],
  )
  return { id, email }
}

async function signIn(send: Send, email: string): Promise<string> {
  const { password } = personOf('administrator')
  const answer = await ask(send, '/api/account/sign-in', 'POST', { email, password })
  if (answer.status !== 200) throw new Error(await answer.text())
  const cookies = answer.headers.getSetCookie()
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}

/** Sends `body`: a text as it is, and whatever else as JSON. */
export const ask = (
  send: Send,
  path: string,
  method: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> =>
  send(path, {
    method,
    headers: {
      // A kept connection may be closed by the server just as it is used again.
      connection: 'close',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
