import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { insertPlace, type Registry } from '../hostile/database'
import { soundLog } from '../hostile/requests'
import type { Kind } from './answers'
import { protectedLog, type Words } from './protected-log'

/** One object, and whatever a request about it may need. */
export interface It extends Words {
  code: string
  /** Id of its incident. */
  row: number
  version: number
  /** Id of a draft of the form. */
  id: string
  /** Code of a piece of evidence that hangs on it, as visible as it. */
  evidence: string
  /** Id of a comment on it. */
  comment: string
  /** Key of its conflict set. */
  conflictSet: string
  /** Ids of a member and of a session, nobody's who asks; and of an invitation. */
  member: string
  session: string
  invitation: string
  /** Id of an API token. */
  token: string
  /** What is protected of it: each is told to those only to whom it is revealed for a reason. */
  truths: readonly string[]
  /** As its author reads it to edit it. */
  log: Log | undefined
  /** What a search for the like of it asks at a place. */
  likeness: (placeId: number) => object
  registry: Registry
  fresh: () => unknown
}

interface Maker {
  client: pg.Client
  registry: Registry
  /** Asks as an analyst who is none of those that the doors are tried with. */
  ask: (path: string, body?: object) => Promise<Response>
  /** Id of that analyst. */
  author: string
}

interface Keyed {
  key: string
}
interface Log {
  reports: (Keyed & { id: number })[]
  statements: (Keyed & { id: number })[]
  incidents: {
    where: { sites: Keyed[] }
    parties: Keyed[]
    claims: Keyed[]
    conflictSets: Keyed[]
    links: object[]
  }[]
}

const isOwn = (kind: Kind, asker: string): boolean => kind === 'own draft' && asker !== ''

const word = (letter: string) => letter + randomBytes(6).toString('hex')

/** Makes objects of any kind for whoever asks; `asker` is the id of their account, or empty. */
export function thingsOf({ client, registry, ask, author }: Maker) {
  const record = async (words: Words): Promise<string> => {
    const answer = await ask('/api/log', { log: protectedLog(registry, words), anyway: true })
    if (answer.status !== 201) throw new Error(await answer.text())
    const { incidents } = (await answer.json()) as { incidents: { code: string }[] }
    return incidents[0]?.code ?? ''
  }
  const readLog = async (code: string) =>
    (await (await ask(`/api/incidents/${code}/log`)).json()) as { log: Log }
  const draft = async (kind: Kind, asker: string, secret: string): Promise<string> => {
    const id = randomUUID()
    if (kind === 'never there') return id
    const owner = isOwn(kind, asker) ? asker : author
    await client.query(`insert into draft (id, owner, document, updated_at) values ($1, $2, $3, now())`, [
      id,
      owner,
      { secret },
    ])
    return id
  }
  const token = async (kind: Kind, asker: string): Promise<string> => {
    const id = randomUUID()
    await client.query(
      `insert into api_token (id, user_id, name, prefix, token_hash, scopes, expires_at)
       values ($1, $2, 'Some token', '22222222', sha256($3::bytea), '{read}', now() + interval '1 day')`,
      [id, isOwn(kind, asker) ? asker : author, Buffer.from(id)],
    )
    return id
  }
  return async (kind: Kind, asker: string): Promise<It> => {
    const words = await wordsOf(client, registry)
    const { secret } = words
    const code = kind === 'never there' ? 'LY-2017-ZZZZ' : await record(words)
    const read = kind === 'never there' ? null : await readLog(code)
    if (kind !== 'never there') await become(client, kind, code, asker, author)
    return {
      ...words,
      truths: [words.truth, words.spotName, words.point],
      code,
      row: await rowOf(client, code),
      version: 1,
      id: await draft(kind, asker, secret),
      evidence: await evidenceOf(client, code, words),
      token: kind === 'never there' ? randomUUID() : await token(kind, asker),
      comment: await commentOn(client, code, words, isOwn(kind, asker) ? asker : author),
      ...(await someone(client)),
      conflictSet: read?.log.incidents[0]?.conflictSets[0]?.key ?? 'x1',
      log: read?.log,
      likeness: (placeId) => ({
        key: 'i',
        code: null,
        placeId,
        start: '2017-07-29',
        end: '2017-07-30',
        actors: [registry.target],
      }),
      registry,
      fresh: () => soundLog(registry),
    }
  }
}

/** New words for an object, and a place of its own that is to be protected. */
async function wordsOf(client: pg.Client, registry: Registry): Promise<Words> {
  const spotName = word('w')
  const spot = await insertPlace(client, {
    kind: 'area',
    name: spotName,
    above: [registry.country, registry.division, registry.town],
  })
  const point = `32.7${randomInt(1e7, 1e8)}${randomInt(1, 10)}`
  return { key: word('k'), secret: word('s'), truth: word('t'), private: word('p'), spot, spotName, point }
}

/** Greater than any where there is no incident. */
async function rowOf(client: pg.Client, code: string): Promise<number> {
  const { rows } = await client.query<{ id: number }>('select id from incident where code = $1', [code])
  return rows[0]?.id ?? 2_147_483_647
}

/** A picture and its copy for sharing, with the words of the incident in either: their pixels do not matter here. */
async function evidenceOf(client: pg.Client, incident: string, words: Words): Promise<string> {
  const code = randomUUID()
  await client.query(
    `with one as (
       insert into evidence (code, incident_id, name, note, type, visibility, named, embargo, created_by)
       select $1, id, $4 || '.png', $2, 'image/png', visibility, named, embargo, created_by from incident where code = $3
       returning id)
     insert into evidence_file (evidence_id, part, bytes, length, sha256)
     select id, part, bytes, length(bytes), encode(sha256(bytes), 'hex')
     from one, (values ('original', $5::bytea), ('shared', $6::bytea)) as file (part, bytes)`,
    [
      code,
      words.secret,
      incident,
      words.private,
      Buffer.from(`${words.secret} ${words.private}`),
      Buffer.from(words.secret),
    ],
  )
  return code
}

/** A member with a session, and an invitation that waits. */
async function someone(client: pg.Client) {
  const [member, session, invitation] = [randomUUID(), randomUUID(), randomUUID()]
  await client.query(
    `insert into "user" (id, name, email, email_verified, role) values ($1::text, 'Some member', $1 || '@waqai.example', true, 'analyst')`,
    [member],
  )
  await client.query(
    `insert into session (id, user_id, token, expires_at) values ($1::text, $2, $1, now() + interval '1 day')`,
    [session, member],
  )
  await client.query(
    `insert into invitation (id, token_hash, email, role, invited_by, expires_at)
     values ($1::uuid, sha256($2::bytea), $3, 'reader', $4, now() + interval '1 day')`,
    [invitation, Buffer.from(invitation), `${invitation}@waqai.example`, member],
  )
  return { member, session, invitation }
}

/** A comment in the words of the incident; 0 where there is no incident. */
async function commentOn(client: pg.Client, code: string, words: Words, author: string): Promise<string> {
  const { rows } = await client.query<{ id: number }>(
    `insert into comment (incident_id, author, author_name, body) select id, $2, 'Somebody', $3 from incident where code = $1
     returning id`,
    [code, author, `${words.secret} ${words.private}`],
  )
  return String(rows[0]?.id ?? 2_147_483_647)
}

/** What makes a recorded incident one of its kind, as columns: here and not through doors, since those are on trial. */
async function become(
  client: pg.Client,
  kind: Kind,
  code: string,
  asker: string,
  author: string,
): Promise<void> {
  const far = kind === 'under embargo' ? '2999-01-01' : kind === 'after its embargo' ? '2000-01-01' : null
  const isNamed = kind === 'for others by name' || kind === 'for oneself by name'
  const named = kind === 'for oneself by name' && asker !== '' ? [author, asker] : isNamed ? [author] : []
  const row = [
    isNamed ? 'named' : kind === 'for the team' ? 'team' : 'everyone',
    named,
    far,
    isOwn(kind, asker) ? asker : author,
  ]
  const set = 'visibility = $1, named = $2, embargo = $3, created_by = $4'
  const status = kind.endsWith('draft') ? 'draft' : 'published'
  const deleted = kind === 'deleted' ? ', deleted_at = now()' : ''
  await client.query(`update incident set ${set}, status = $5${deleted} where code = $6`, [
    ...row,
    status,
    code,
  ])
  const ofIncident = 'incident_id = (select id from incident where code = $5)'
  await client.query(
    `update report set ${set} where id in (select report_id from incident_report where ${ofIncident})`,
    [...row, code],
  )
  await client.query(`update claim set ${set} where ${ofIncident}`, [...row, code])
  await client.query(
    `update statement set ${set} where id in (select statement_id from claim where ${ofIncident})`,
    [...row, code],
  )
}
