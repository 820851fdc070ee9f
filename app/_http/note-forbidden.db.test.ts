import { expect, it } from 'vitest'
import { POST as addActor } from '@/app/api/actors/route'
import { GET as listIncidents } from '@/app/api/v1/incidents/route'
import { signedInMember, tokenOf } from '@/lib/db/members.test-kit'
import { freshDatabase } from '@/lib/db/test-database'
import { CLIENT_HEADER } from './inner-headers'

const { prisma } = await freshDatabase()

const ask = (method: string, path: string, headers: Record<string, string>) =>
  new Request(`http://127.0.0.1:3000${path}`, {
    method,
    headers: { 'content-type': 'application/json', [CLIENT_HEADER]: '192.0.2.9', ...headers },
    ...(method === 'GET' ? {} : { body: '{"names":{"en":"An actor"},"kind":"rebel-group"}' }),
  })
const lines = (byUser: string | null) =>
  prisma.accessLog.findMany({
    where: { action: 'refused', byUser },
    select: { entityId: true, why: true, address: true, byWhom: true },
    orderBy: { id: 'asc' },
  })

it('a member who is refused is in the log, by name, door, reason and address', async () => {
  const reader = await signedInMember(prisma, 'reader', 'Rami')
  expect((await addActor(ask('POST', '/api/actors?q=secret', { cookie: reader.cookie }))).status).toBe(403)
  expect(await lines(reader.id)).toEqual([
    { entityId: 'POST /api/actors', why: 'may-not-record', address: '192.0.2.9', byWhom: 'Rami' },
  ])
})

it('so is a token that lacks the scope', async () => {
  const analyst = await signedInMember(prisma, 'analyst')
  const authorization = await tokenOf(prisma, analyst.id, ['record'])
  expect((await listIncidents(ask('GET', '/api/v1/incidents', { authorization }))).status).toBe(403)
  expect(await lines(analyst.id)).toMatchObject([{ entityId: 'GET /api/v1/incidents', why: 'scope-missing' }])
})

it('what is allowed, and who is nobody known, is not', async () => {
  const analyst = await signedInMember(prisma, 'analyst')
  expect((await addActor(ask('POST', '/api/actors', { cookie: analyst.cookie }))).status).toBe(201)
  expect((await addActor(ask('POST', '/api/actors', {}))).status).toBe(401)
  expect([await lines(analyst.id), await lines(null)]).toEqual([[], []])
})

it('nobody fills the log by being refused', async () => {
  const reader = await signedInMember(prisma, 'reader')
  for (let i = 0; i < 105; i++) await addActor(ask('POST', '/api/actors', { cookie: reader.cookie }))
  expect(await lines(reader.id)).toHaveLength(100)
})
