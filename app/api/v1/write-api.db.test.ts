import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedInMember, tokenOf } from '@/lib/db/members.test-kit'
import { freshDatabase } from '@/lib/db/test-database'
import { dernaLog, type Registry, seedRegistry } from '@/lib/operations/log-draft.test-kit'
import { serveApi } from './serve-api.test-kit'

const { prisma } = await freshDatabase()
for (const name of ['TOKEN', 'ACCOUNT', 'WRITES']) process.env[`WAQAI_LIMIT_${name}`] = '1000000'

let api: Awaited<ReturnType<typeof serveApi>>
let registry: Registry
let authorization: string
let userId: string
beforeAll(async () => {
  registry = await seedRegistry(prisma)
  userId = (await signedInMember(prisma, 'analyst')).id
  authorization = await tokenOf(prisma, userId, ['read', 'record'])
  api = await serveApi()
})
afterAll(() => api.close())

type Headers = Record<string, string>

async function send(method: string, path: string, body?: unknown, headers: Headers = {}) {
  const response = await fetch(`${api.url}/api/v1/${path}`, {
    method,
    headers: { authorization, 'content-type': 'application/json', ...headers },
    body: body === undefined ? null : JSON.stringify(body),
  })
  const text = await response.text()
  const told = text === '' ? null : JSON.parse(text)
  return { status: response.status, headers: response.headers, text, told }
}

const log = () => dernaLog(registry)
/** An incident of which nothing is claimed: quick to save. */
function bareLog() {
  const { reports, incidents, ...rest } = log()
  return { ...rest, reports, statements: [], incidents: incidents.map((one) => ({ ...one, claims: [] })) }
}

async function recorded(logged = log()): Promise<string> {
  const { status, told } = await send('POST', 'incidents', { log: logged, anyway: true })
  expect(status, JSON.stringify(told)).toBe(201)
  return told.incidents[0].code
}
const codesOf = ({ told }: { told: { problems: { code: string }[] } }) =>
  told.problems.map(({ code }) => code)

describe('writing under a token', () => {
  it('records what the form records, and says where it stands', async () => {
    const { status, headers, told } = await send('POST', 'incidents', { log: log(), anyway: true })
    expect(status).toBe(201)
    const [{ code, version }] = told.incidents
    expect(headers.get('location')).toBe(`/api/v1/incidents/${code}`)
    const read = await send('GET', `incidents/${code}`)
    expect(read.headers.get('etag')).toBe(`"${version}"`)
    expect(read.told.figures.length).toBeGreaterThan(0)
    const revision = await prisma.revision.findFirstOrThrow({
      where: { entity: 'incident' },
      orderBy: { id: 'desc' },
    })
    expect(revision).toMatchObject({ byUser: userId, action: 'record' })
  })

  it('refuses a likely double unless told that it is another', async () => {
    await recorded()
    const answer = await send('POST', 'incidents', { log: log() })
    expect(answer.status).toBe(409)
    expect(codesOf(answer)).toEqual(['likely-duplicate'])
  })

  it('adds actors and places, and finds them by name', async () => {
    const actor = await send('POST', 'actors', { names: { en: 'Coast Guard' }, kind: 'state-forces' })
    expect(actor.status, actor.text).toBe(201)
    const place = await send('POST', 'places', {
      names: { en: 'Old harbour' },
      kind: 'area',
      parentId: registry.derna.id,
    })
    expect(place.status, place.text).toBe(201)
    expect((await send('GET', 'actors?q=coast')).told.actors[0].id).toBe(actor.told.actor.id)
    expect((await send('GET', 'places?q=harbour')).told.places[0].id).toBe(place.told.place.id)
  })

  it('is refused to a token that was not given record, and to a reader whatever the token was given', async () => {
    const narrow = { authorization: await tokenOf(prisma, userId, ['read']) }
    const reader = await signedInMember(prisma, 'reader')
    const wide = {
      authorization: await tokenOf(prisma, reader.id, ['read', 'record', 'review', 'protected']),
    }
    const code = await recorded()
    for (const headers of [narrow, wide]) {
      for (const [method, path, body] of [
        ['POST', 'incidents', { log: log(), anyway: true }],
        ['PATCH', `incidents/${code}`, { note: 'x' }],
        ['DELETE', `incidents/${code}`, undefined],
        ['POST', `incidents/${code}/restore`, undefined],
        ['POST', `incidents/${code}/review`, { step: 'submit' }],
        ['POST', 'actors', { names: { en: 'x' }, kind: 'rebel-group' }],
        ['POST', 'places', { names: { en: 'x' }, kind: 'area', parentId: registry.derna.id }],
      ] as const) {
        for (const key of [{}, { 'idempotency-key': randomUUID() }] as Headers[]) {
          const answer = await send(method, path, body, { ...headers, 'if-match': '"1"', ...key })
          expect(answer.status, `${method} ${path}`).toBe(403)
        }
      }
      expect((await send('GET', `incidents/${code}/log`, undefined, headers)).status).toBe(403)
    }
  })
})

describe('a change by fields', () => {
  it('replaces the fields that it names and leaves all others as they stood', async () => {
    const code = await recorded()
    const before = (await send('GET', `incidents/${code}/log`)).told.log
    const answer = await send(
      'PATCH',
      `incidents/${code}`,
      { note: 'Seen again', why: 'A second look' },
      { 'if-match': '"1"' },
    )
    expect(answer.status, answer.text).toBe(200)
    expect(answer.told).toEqual({ code, version: 2 })
    expect(answer.headers.get('etag')).toBe('"2"')
    const after = (await send('GET', `incidents/${code}/log`)).told.log
    expect(after).toEqual({
      ...before,
      incidents: [{ ...before.incidents[0], note: 'Seen again', version: 2 }],
    })
    const revision = await prisma.revision.findFirstOrThrow({
      where: { entity: 'incident' },
      orderBy: { id: 'desc' },
    })
    expect(revision).toMatchObject({ action: 'change', why: 'A second look' })
  })

  it('derives figures anew from claims that it replaces', async () => {
    const code = await recorded()
    const { claims } = (await send('GET', `incidents/${code}/log`)).told.log.incidents[0]
    const killed = claims.find((claim: { says: { outcome?: string } }) => claim.says.outcome === 'killed')
    killed.says.point = 9
    expect((await send('PATCH', `incidents/${code}`, { claims }, { 'if-match': '"1"' })).status).toBe(200)
    const { figures } = (await send('GET', `incidents/${code}`)).told
    expect(JSON.stringify(figures)).toContain('"best":9')
  })

  it('is refused whole where a field is unknown or does not fit, with the path in the patch', async () => {
    const code = await recorded()
    const patch = (body: object) => send('PATCH', `incidents/${code}`, body, { 'if-match': '"1"' })
    for (const field of ['version', 'code', 'key', 'createdBy', 'incidents', 'episodesRead', 'sample'])
      expect(codesOf(await patch(JSON.parse(`{"note":"x","${field}":1}`))), field).toEqual(['field-unknown'])
    const wrong = await patch({ when: { start: '2017-07-30', end: '2017-07-29', precision: 'days' } })
    expect(wrong.status).toBe(400)
    expect(wrong.told.problems[0].path[0]).toBe('when')
    const unheld = await patch({ parties: [] })
    expect(unheld.told.problems[0]).toMatchObject({ code: 'key-unknown' })
    expect(unheld.told.problems[0].path[0]).toBe('claims')
    expect((await send('GET', `incidents/${code}`)).told.version).toBe(1)
  })

  it('needs the version that was read, and says the newer one', async () => {
    const code = await recorded()
    const patch = (headers: Headers) => send('PATCH', `incidents/${code}`, { note: 'mine' }, headers)
    expect((await patch({})).status).toBe(428)
    for (const wrong of ['1', 'W/"1"', '*', '"0"', '"1", "2"', '""'])
      expect(codesOf(await patch({ 'if-match': wrong })), wrong).toEqual(['if-match-form'])
    expect((await patch({ 'if-match': '"1"' })).status).toBe(200)
    const late = await patch({ 'if-match': '"1"' })
    expect(late.status).toBe(412)
    expect(late.headers.get('etag')).toBe('"2"')
    expect(late.told.detail).toMatchObject({ code, version: 2, document: { incidents: [{ note: 'mine' }] } })
    expect((await patch({ 'if-match': '"7"' })).status).toBe(412)
  })

  it('deletes under the same condition, and brings back', async () => {
    const code = await recorded()
    expect((await send('DELETE', `incidents/${code}`)).status).toBe(428)
    expect((await send('DELETE', `incidents/${code}`, undefined, { 'if-match': '"2"' })).status).toBe(412)
    const gone = await send('DELETE', `incidents/${code}`, undefined, { 'if-match': '"1"' })
    expect([gone.status, gone.text]).toEqual([204, ''])
    expect((await send('GET', `incidents/${code}`)).status).toBe(404)
    expect((await send('POST', `incidents/${code}/restore`)).status).toBe(204)
    expect((await send('GET', `incidents/${code}`)).status).toBe(200)
    expect((await send('POST', `incidents/${code}/restore`)).status).toBe(404)
  })

  it('takes a step of review under the same condition, once for its key, and undoes it', async () => {
    const code = await recorded()
    const step = (body: object, headers: Headers) => send('POST', `incidents/${code}/review`, body, headers)
    expect((await step({ step: 'submit' }, {})).status).toBe(428)
    expect((await step({ step: 'submit' }, { 'if-match': '"2"' })).status).toBe(412)
    const keyed = { 'if-match': '"1"', 'idempotency-key': randomUUID() }
    const submitted = await step({ step: 'submit' }, keyed)
    expect(submitted.told).toEqual({ code, version: 2, status: 'in-review' })
    expect(submitted.headers.get('etag')).toBe('"2"')
    const again = await step({ step: 'submit' }, keyed)
    expect([again.status, again.text]).toEqual([submitted.status, submitted.text])
    expect(await prisma.reviewStep.count({ where: { incident: { code } } })).toBe(1)
    const undone = await step({ step: 'undo' }, { 'if-match': '"2"' })
    expect(undone.told).toMatchObject({ version: 3, status: 'draft' })
  })

  it('of 50 writers at once lets one win each version, and loses nobody’s text', async () => {
    const code = await recorded(bareLog())
    const writers = Array.from({ length: 50 }, (_, i) => `writer ${i}.`)
    // A writer whom a busy server turned away asks again, under the same key, as a client should.
    const patch = async (note: string, version: number, key = randomUUID()): ReturnType<typeof send> => {
      const headers = { 'if-match': `"${version}"`, 'idempotency-key': key }
      const answer = await send('PATCH', `incidents/${code}`, { note }, headers)
      return answer.status === 503 ? patch(note, version, key) : answer
    }
    const first = await Promise.all(writers.map((text) => patch(text, 1)))
    expect(first.filter(({ status }) => status === 200)).toHaveLength(1)
    const late = first.flatMap((answer, i) =>
      answer.status === 200 ? [] : [{ text: writers[i] ?? '', answer }],
    )
    expect(late).toHaveLength(49)
    for (const { answer } of late) {
      expect(answer.status, answer.text).toBe(412)
      expect(answer.told.detail).toMatchObject({ version: 2, document: { incidents: [{ version: 2 }] } })
    }
    // Each who came late puts their text to the newer one that they are told of, and sends it again.
    let { version, document } = late[0]?.answer.told.detail ?? {}
    for (const { text } of late) {
      const note = `${document.incidents[0].note} ${text}`
      expect((await patch(note, version)).status).toBe(200)
      version += 1
      document = { incidents: [{ note }] }
    }
    const end = await send('GET', `incidents/${code}/log`)
    expect(end.headers.get('etag')).toBe('"51"')
    for (const text of writers) expect(end.told.log.incidents[0].note).toContain(text)
    expect(await prisma.incidentVersion.count({ where: { incident: { code } } })).toBe(51)
  }, 180_000)
})

describe('a write under an Idempotency-Key', () => {
  const plainHeaders = (headers: globalThis.Headers) =>
    Object.fromEntries([...headers].filter(([name]) => ['content-type', 'etag', 'location'].includes(name)))

  it('is done once however often it comes, alone and at once: 1,000 repetitions, one answer to the byte', async () => {
    const code = await recorded()
    const counts = async () => [
      await prisma.incident.count(),
      await prisma.actor.count(),
      await prisma.place.count(),
      await prisma.revision.count(),
      await prisma.incidentVersion.count(),
    ]
    const before = await counts()
    const writes = [
      ['POST', 'incidents', { log: log(), anyway: true }, {}],
      ['PATCH', `incidents/${code}`, { note: 'once' }, { 'if-match': '"1"' }],
      ['DELETE', `incidents/${await recorded()}`, undefined, { 'if-match': '"1"' }],
      ['POST', 'actors', { names: { ar: 'فاعل' }, kind: 'rebel-group' }, {}],
      ['POST', 'places', { names: { en: 'A quarter' }, kind: 'area', parentId: registry.derna.id }, {}],
    ] as const
    for (const [method, path, body, headers] of writes) {
      const key = { 'idempotency-key': randomUUID() }
      const once = () => send(method, path, body, { ...headers, ...key })
      // The first twenty meet while none has ended.
      const answers = await Promise.all(Array.from({ length: 20 }, once))
      for (let i = 0; i < 9; i++) answers.push(...(await Promise.all(Array.from({ length: 20 }, once))))
      const [one] = answers
      for (const answer of answers) {
        expect(answer.status, answer.text).toBe(one?.status)
        expect(answer.text).toBe(one?.text)
        expect(plainHeaders(answer.headers)).toEqual(plainHeaders(one?.headers ?? new Headers()))
      }
      expect(one?.status).toBeLessThan(300)
      expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === null)).toHaveLength(1)
    }
    const after = await counts()
    // The one recorded to be deleted is among the incidents, as are its revision of the log and of the deletion.
    expect(after[0]).toBe((before[0] ?? 0) + 2)
    expect(after[1]).toBe((before[1] ?? 0) + 1)
    expect(after[2]).toBe((before[2] ?? 0) + 1)
    expect(after[4]).toBe((before[4] ?? 0) + 3)
  }, 180_000)

  it('is refused where the key came with another body, address or condition, or from nobody who wrote it', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    const body = { names: { en: 'Keyed' }, kind: 'rebel-group' }
    expect((await send('POST', 'actors', body, headers)).status).toBe(201)
    const other = await send('POST', 'actors', { ...body, names: { en: 'Other' } }, headers)
    expect(other.status).toBe(422)
    expect(codesOf(other)).toEqual(['idempotency-key-reused'])
    const place = { names: { en: 'Other' }, kind: 'area', parentId: registry.derna.id }
    expect((await send('POST', 'places', place, headers)).status).toBe(422)
    const colleague = await signedInMember(prisma, 'analyst')
    const theirs = { ...headers, authorization: await tokenOf(prisma, colleague.id, ['record']) }
    expect((await send('POST', 'actors', body, theirs)).headers.get('idempotent-replayed')).toBeNull()
    const narrow = { ...headers, authorization: await tokenOf(prisma, userId, ['read']) }
    expect((await send('POST', 'actors', body, narrow)).status).toBe(403)
    for (const wrong of ['', ' ', 'a b', 'x'.repeat(256), '""'])
      expect(codesOf(await send('POST', 'actors', body, { 'idempotency-key': wrong })), wrong).toEqual([
        'idempotency-key-form',
      ])
  })

  it('keeps no refusal: what was mended goes through under the same key', async () => {
    const code = await recorded()
    const headers = { 'idempotency-key': randomUUID() }
    const patch = (version: number, note: string) =>
      send('PATCH', `incidents/${code}`, { note }, { ...headers, 'if-match': `"${version}"` })
    expect((await patch(2, 'x')).status).toBe(412)
    expect((await patch(1, 'x')).status).toBe(200)
    expect((await patch(1, 'x')).headers.get('idempotent-replayed')).toBe('true')
  })

  it('leaves neither the write nor the key where the end of the transaction fails', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    const body = { names: { en: 'Unlucky' }, kind: 'rebel-group' }
    const before = await prisma.actor.count()
    await prisma.$executeRaw`alter table idempotency_key add constraint unlucky check (status is null) not valid`
    expect((await send('POST', 'actors', body, headers).catch(() => ({ status: 500 }))).status).toBe(500)
    expect(await prisma.actor.count()).toBe(before)
    await prisma.$executeRaw`alter table idempotency_key drop constraint unlucky`
    const again = await send('POST', 'actors', body, headers)
    expect(again.status).toBe(201)
    expect(again.headers.get('idempotent-replayed')).toBeNull()
    expect(await prisma.actor.count()).toBe(before + 1)
  })

  it('is forgotten after a day', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    const body = { names: { en: 'Daily' }, kind: 'rebel-group' }
    const first = await send('POST', 'actors', body, headers)
    await prisma.$executeRaw`update idempotency_key set created_at = now() - interval '25 hours'`
    const next = await send('POST', 'actors', body, headers)
    expect(next.status).toBe(201)
    expect(next.told.actor.id).not.toBe(first.told.actor.id)
    expect(await prisma.idempotencyKey.count()).toBe(1)
  })
})
