import { createHash } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Role } from '@/lib/access/roles'
import { keeper, type Scope, type Viewer } from '@/lib/access/viewer'
import { freshDatabase } from '@/lib/db/test-database'
import { joined, pdf, photograph, telling, textBytes } from '@/lib/formats/picture.test-kit'
import { logDraft } from '@/lib/incident/log-draft'
import { type EvidenceDraft, evidenceDraft } from '@/lib/report/evidence'
import { addEvidence } from './add-evidence'
import { removeEvidence, restoreEvidence, showEvidenceTo } from './change-evidence'
import { deleteIncident, readIncidentLog } from './edit-incident'
import { dernaLog, type Registry, seedRegistry } from './log-draft.test-kit'
import { listEvidence, readOriginal, readSharedCopy } from './read-evidence'
import { recordLog } from './record-log'

const { prisma } = await freshDatabase()
const picture = await photograph('image/jpeg')
let registry: Registry
let incident: string

beforeAll(async () => {
  registry = await seedRegistry(prisma)
})

beforeEach(async () => {
  const [recorded] = await recordLog(keeper, dernaLog(registry))
  incident = recorded?.code ?? ''
})

const draftOf = (fields: Partial<EvidenceDraft> = {}): EvidenceDraft =>
  evidenceDraft.parse({ name: 'صورة المقلع.jpg', type: 'image/jpeg', ...fields })
const add = (bytes: Uint8Array<ArrayBuffer>, fields: Partial<EvidenceDraft> = {}, code = incident) =>
  addEvidence(keeper, code, draftOf(fields), async () => bytes)
const document = (body: string, fields: Partial<EvidenceDraft> = {}) =>
  add(pdf(body), { type: 'application/pdf', name: 'محضر.pdf', ...fields })

const evidenceFor = async (viewer: Viewer, code = incident) => (await listEvidence(viewer, code)).evidence

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const refusedWith = (kind: string, code: string) => ({ kind, problems: [{ code }] })
const rows = async () => [await prisma.evidence.count(), await prisma.evidenceFile.count()]

test('a picture is kept byte for byte, under its hash, beside a copy that tells of nobody', async () => {
  const { code } = await add(picture)
  const [told] = await evidenceFor(keeper)
  expect(told).toMatchObject({
    code,
    name: 'صورة المقلع.jpg',
    type: 'image/jpeg',
    size: { width: 48, height: 32 },
    original: { length: picture.length, sha256: sha256(picture) },
    visibility: 'team',
    report: null,
    version: 1,
  })
  const original = await readOriginal(keeper, code, null)
  expect(sha256(original.bytes)).toBe(sha256(picture))
  const shared = await readSharedCopy(keeper, code)
  expect(sha256(shared.bytes)).toBe(told?.shared?.sha256)
  expect(Buffer.from(shared.bytes).toString('latin1')).not.toContain(telling.owner)
  const revisions = await prisma.revision.findMany({ where: { entity: 'evidence' } })
  expect(revisions).toMatchObject([{ action: 'record', version: 1, byWhom: 'keeper' }])
})

test('a document has no copy for sharing and is shown to the team only', async () => {
  const { code } = await document('minutes')
  await expect(readSharedCopy(keeper, code)).rejects.toMatchObject(
    refusedWith('not-found', 'evidence-unknown'),
  )
  const notShareable = refusedWith('invalid', 'evidence-not-shareable')
  await expect(document('more', { visibility: 'everyone' })).rejects.toMatchObject(notShareable)
  await expect(showEvidenceTo(keeper, code, 1, 'everyone')).rejects.toMatchObject(notShareable)
})

test('what is refused leaves nothing behind', async () => {
  const before = await rows()
  const spoiled = picture.map((byte, at) => (at > 700 && at < picture.length - 2 ? byte ^ 0x55 : byte))
  for (const [bytes, code] of [
    [new Uint8Array(), 'file-empty'],
    [textBytes('<svg/>'), 'file-type-not-taken'],
    [pdf(), 'file-type-differs'],
    [picture.subarray(0, -2), 'file-broken'],
    [spoiled, 'file-broken'],
    [joined(picture, textBytes('<script>')), 'file-two-things'],
  ] as const)
    await expect(add(bytes), code).rejects.toMatchObject(refusedWith('invalid', code))
  await expect(add(picture, { report: 'r999999' })).rejects.toMatchObject(
    refusedWith('invalid', 'report-unknown'),
  )
  await expect(add(picture, {}, 'LY-2017-0000')).rejects.toMatchObject(
    refusedWith('not-found', 'incident-unknown'),
  )
  expect(await rows()).toEqual(before)
})

test('of many who send the same file at once, one is taken and the others learn which', async () => {
  const sent = await Promise.allSettled(Array.from({ length: 6 }, () => add(picture)))
  const taken = sent.flatMap((one) => (one.status === 'fulfilled' ? [one.value.code] : []))
  expect(taken).toHaveLength(1)
  for (const one of sent)
    if (one.status === 'rejected')
      expect(one.reason).toMatchObject({ kind: 'duplicate', detail: { code: taken[0] } })
  expect(await evidenceFor(keeper)).toHaveLength(1)
})

test('an incident bears so many files and no more', async () => {
  const id = (await prisma.incident.findUniqueOrThrow({ where: { code: incident } })).id
  const type = 'application/pdf'
  await prisma.evidence.createMany({
    data: Array.from({ length: 99 }, (_, n) => ({ incidentId: id, name: `${n}`, type })),
  })
  const { code } = await document('the hundredth')
  const full = refusedWith('too-large', 'evidence-no-room')
  await expect(document('one more')).rejects.toMatchObject(full)
  await removeEvidence(keeper, code, 1)
  await document('in its place')
  await expect(restoreEvidence(keeper, code)).rejects.toMatchObject(full)
})

test('evidence of a report belongs to every incident of the report', async () => {
  const { reports } = await prisma.incident.findUniqueOrThrow({
    where: { code: incident },
    select: { reports: { select: { reportId: true } } },
  })
  const report = `r${reports[0]?.reportId}`
  const { code } = await add(picture, { report })
  expect(await evidenceFor(keeper)).toMatchObject([{ code, report }])
  const [other] = await recordLog(keeper, dernaLog(registry))
  expect(await evidenceFor(keeper, other?.code)).toEqual([])
  await expect(add(picture, { report }, other?.code)).rejects.toMatchObject(
    refusedWith('invalid', 'report-unknown'),
  )
})

test('what is removed is nowhere, until it is brought back', async () => {
  const { code } = await add(picture)
  expect(await removeEvidence(keeper, code, 1)).toBe(2)
  const unknown = refusedWith('not-found', 'evidence-unknown')
  expect(await evidenceFor(keeper)).toEqual([])
  await expect(readOriginal(keeper, code, null)).rejects.toMatchObject(unknown)
  await expect(readSharedCopy(keeper, code)).rejects.toMatchObject(unknown)
  await expect(removeEvidence(keeper, code, 2)).rejects.toMatchObject(unknown)
  expect(await restoreEvidence(keeper, code)).toBe(3)
  await expect(restoreEvidence(keeper, code)).rejects.toMatchObject(unknown)
  expect(sha256((await readOriginal(keeper, code, null)).bytes)).toBe(sha256(picture))

  await removeEvidence(keeper, code, 3)
  await add(picture)
  await expect(restoreEvidence(keeper, code)).rejects.toMatchObject(
    refusedWith('duplicate', 'evidence-there'),
  )
})

test('of those who change one version at once, one wins', async () => {
  const { code } = await add(picture)
  const changes = Array.from({ length: 5 }, () => showEvidenceTo(keeper, code, 1, 'everyone'))
  const ended = await Promise.allSettled(changes)
  expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const one of ended)
    if (one.status === 'rejected') expect(one.reason).toMatchObject(refusedWith('stale', 'evidence-stale'))
  expect(await evidenceFor(keeper)).toMatchObject([{ visibility: 'everyone', version: 2 }])
})

test('evidence of a deleted incident is not there', async () => {
  const { code } = await add(picture)
  await deleteIncident(keeper, incident, 1)
  const unknown = { kind: 'not-found' }
  await expect(readSharedCopy(keeper, code)).rejects.toMatchObject(unknown)
  await expect(listEvidence(keeper, incident)).rejects.toMatchObject(unknown)
  await expect(removeEvidence(keeper, code, 1)).rejects.toMatchObject(unknown)
})

const member = (role: Role, scopes: Scope[] | null = null): Viewer => ({
  kind: 'member',
  id: `${role}-1`,
  name: role,
  role,
  scopes,
})
const outside: Viewer[] = [
  member('reader'),
  member('contributor'),
  { kind: 'anonymous', name: 'nobody', sees: 'published' },
]
const publish = () => prisma.incident.update({ where: { code: incident }, data: visible })
const visible = { status: 'published', visibility: 'everyone' }
const unknownEvidence = refusedWith('not-found', 'evidence-unknown')

test('outside of the team one sees what is published for everyone, and never the original', async () => {
  const { code } = await add(picture, { visibility: 'everyone' })
  for (const viewer of outside)
    await expect(readSharedCopy(viewer, code)).rejects.toMatchObject(unknownEvidence)
  await publish()
  const { code: kept } = await document('for the team')
  for (const viewer of outside) {
    expect(await evidenceFor(viewer)).toMatchObject([{ code, name: null, original: null }])
    expect((await readSharedCopy(viewer, code)).name).toBeNull()
    for (const id of [code, kept])
      await expect(readOriginal(viewer, id, null)).rejects.toMatchObject(unknownEvidence)
    await expect(readSharedCopy(viewer, kept)).rejects.toMatchObject(unknownEvidence)
  }
  const nobody: Viewer = { kind: 'anonymous', name: 'nobody', sees: 'nothing' }
  await expect(readSharedCopy(nobody, code)).rejects.toMatchObject(unknownEvidence)
  for (const scopes of [['record'], ['protected'], ['read', 'record']] satisfies Scope[][])
    await expect(readOriginal(member('analyst', scopes), code, null), `${scopes}`).rejects.toMatchObject(
      unknownEvidence,
    )
  await readOriginal(member('analyst', ['read', 'protected']), code, null)
})

test('an embargo hides it outside of the team until its day; named people see it, and nobody else', async () => {
  await publish()
  const { code } = await add(picture, { visibility: 'everyone' })
  const [reader, other] = outside as [Viewer, Viewer]
  const set = (data: object) => prisma.evidence.update({ where: { code }, data })
  await set({ embargo: new Date('2999-01-01') })
  await expect(readSharedCopy(reader, code)).rejects.toMatchObject(unknownEvidence)
  await readSharedCopy(member('analyst'), code)
  await set({ embargo: new Date('2017-01-01'), visibility: 'named', named: ['reader-1'] })
  await readSharedCopy(reader, code)
  for (const viewer of [other, member('analyst'), member('administrator')]) {
    expect(await evidenceFor(viewer)).toEqual([])
    await expect(readSharedCopy(viewer, code)).rejects.toMatchObject(unknownEvidence)
    await expect(readOriginal(viewer, code, null)).rejects.toMatchObject(unknownEvidence)
    await expect(removeEvidence(viewer, code, 1)).rejects.toMatchObject(unknownEvidence)
  }
  // That the same bytes lie there hidden is not told to one who sends them.
  await addEvidence(member('analyst'), incident, draftOf(), async () => picture)
})

test('evidence is as hidden as the incident, and the report, that it hangs on', async () => {
  const { code } = await add(picture)
  const { id } = await prisma.incident.update({ where: { code: incident }, data: { visibility: 'named' } })
  const analyst = member('analyst')
  await expect(readSharedCopy(analyst, code)).rejects.toMatchObject(unknownEvidence)
  await expect(listEvidence(analyst, incident)).rejects.toMatchObject({ kind: 'not-found' })
  await expect(removeEvidence(analyst, code, 1)).rejects.toMatchObject(unknownEvidence)

  await publish()
  const link = await prisma.incidentReport.findFirstOrThrow({ where: { incidentId: id } })
  const report = `r${link.reportId}`
  const { code: ofReport } = await document('of the report', { report })
  await readOriginal(analyst, ofReport, null)
  await prisma.report.update({ where: { id: link.reportId }, data: { visibility: 'named' } })
  await expect(readOriginal(analyst, ofReport, null)).rejects.toMatchObject(unknownEvidence)
  expect(await evidenceFor(analyst)).toMatchObject([{ code }])
})

test('readers add nothing; contributors only to what is theirs, and they keep what they brought', async () => {
  await publish()
  const forbidden = refusedWith('forbidden', 'may-not-record')
  for (const viewer of outside) expect((await listEvidence(viewer, incident)).mayAdd).toBe(false)
  const unread = () => Promise.reject(new Error('the file was read for one who may not'))
  const [reader, contributor] = outside as [Viewer, Viewer]
  await expect(addEvidence(reader, incident, draftOf(), unread)).rejects.toMatchObject(forbidden)
  await expect(addEvidence(contributor, incident, draftOf(), async () => picture)).rejects.toMatchObject(
    forbidden,
  )
  const token = member('analyst', ['read'])
  await expect(addEvidence(token, incident, draftOf(), unread)).rejects.toMatchObject(forbidden)

  await prisma.incident.update({ where: { code: incident }, data: { createdBy: 'contributor-1' } })
  const settled = refusedWith('forbidden', 'shared-settled')
  const addTheirs = () => addEvidence(contributor, incident, draftOf(), async () => picture)
  await expect(addTheirs()).rejects.toMatchObject(settled)
  expect((await listEvidence(contributor, incident)).mayAdd).toBe(false)
  await prisma.incident.update({ where: { code: incident }, data: { status: 'draft' } })
  const { code } = await addEvidence(contributor, incident, draftOf(), async () => picture)
  expect(await listEvidence(contributor, incident)).toMatchObject({
    mayAdd: true,
    evidence: [{ name: 'صورة المقلع.jpg', mayChange: true }],
  })
  await readOriginal(contributor, code, null)
  const { code: ofTeam } = await document('of the team', { visibility: 'team' })
  await expect(readOriginal(contributor, ofTeam, null)).rejects.toMatchObject(unknownEvidence)
  await showEvidenceTo(member('analyst'), code, 1, 'everyone')
  await expect(removeEvidence(reader, code, 2)).rejects.toMatchObject(unknownEvidence)
  expect(await removeEvidence(contributor, code, 2)).toBe(3)
})

test('a contributor’s draft puts no picture on what others published, by way of a report that both have', async () => {
  await publish()
  const contributor = member('contributor')
  const { reports, incidents } = await readIncidentLog(keeper, incident)
  const own = incidents.map((one) => ({ ...one, code: null, version: null, claims: [], conflictSets: [] }))
  const [recorded] = await recordLog(contributor, logDraft.parse({ reports, statements: [], incidents: own }))
  const draft = draftOf({ report: reports[0]?.key, visibility: 'everyone' })
  await expect(
    addEvidence(contributor, recorded?.code ?? '', draft, async () => picture),
  ).rejects.toMatchObject(refusedWith('forbidden', 'shared-settled'))
  expect(await evidenceFor(keeper)).toEqual([])
})

const standsAt = async () => {
  const { status, unverifiedChange, version } = await prisma.incident.findUniqueOrThrow({
    where: { code: incident },
  })
  return [status, unverifiedChange, version]
}
const settledRefusal = refusedWith('forbidden', 'shared-settled')

test('an analyst gives readers nothing of what others vouched for; the team’s own files they do keep there', async () => {
  const analyst = member('analyst')
  const { code: ofDraft } = await add(picture, { visibility: 'everyone' })
  expect(await standsAt()).toEqual(['draft', false, 1])
  for (const status of ['verified', 'published']) {
    await prisma.incident.update({ where: { code: incident }, data: { ...visible, status } })
    const other = await photograph('image/png')
    const draft = draftOf({ type: 'image/png', visibility: 'everyone' })
    const forReaders = addEvidence(analyst, incident, draft, async () => other)
    await expect(forReaders).rejects.toMatchObject(settledRefusal)
    const forTeam = draftOf({ type: 'image/png' })
    const { code } = await addEvidence(analyst, incident, forTeam, async () => other)
    await expect(showEvidenceTo(analyst, code, 1, 'everyone')).rejects.toMatchObject(settledRefusal)
    await removeEvidence(analyst, code, 1)
    expect(await standsAt()).toEqual([status, false, 1])
  }
  await removeEvidence(analyst, ofDraft, 1)
  expect(await standsAt()).toEqual(['published', true, 2])
  await expect(restoreEvidence(analyst, ofDraft)).rejects.toMatchObject(settledRefusal)
  expect(await standsAt()).toEqual(['published', true, 2])
})

test('what readers are given, or are given no longer, waits for somebody to look at it, by whoever it was done', async () => {
  const reviewer = member('reviewer')
  await prisma.incident.update({ where: { code: incident }, data: { ...visible, status: 'verified' } })
  const draft = draftOf({ visibility: 'everyone' })
  const { code } = await addEvidence(reviewer, incident, draft, async () => picture)
  expect(await standsAt()).toEqual(['in-review', false, 2])
  await publish()
  await showEvidenceTo(reviewer, code, 1, 'everyone')
  expect(await standsAt()).toEqual(['published', false, 2])
  await showEvidenceTo(reviewer, code, 2, 'team')
  expect(await standsAt()).toEqual(['published', true, 3])
  const { id } = await prisma.incident.findUniqueOrThrow({ where: { code: incident } })
  const revisions = await prisma.revision.findMany({
    where: { entity: 'incident', entityId: id, version: { gt: 1 } },
  })
  expect(revisions).toMatchObject([
    { action: 'change', version: 2, byUser: 'reviewer-1' },
    { action: 'change', version: 3, byUser: 'reviewer-1' },
  ])
})

test('a picture on a report reaches readers by every incident of the report, and is asked of each', async () => {
  const analyst = member('analyst')
  const { reports, incidents } = await readIncidentLog(keeper, incident)
  const own = incidents.map((one) => ({ ...one, code: null, version: null, claims: [], conflictSets: [] }))
  const [second] = await recordLog(analyst, logDraft.parse({ reports, statements: [], incidents: own }))
  const draft = draftOf({ report: reports[0]?.key, visibility: 'everyone' })
  const addTo = (viewer: Viewer) => addEvidence(viewer, second?.code ?? '', draft, async () => picture)
  await publish()
  await expect(addTo(analyst)).rejects.toMatchObject(settledRefusal)
  await addTo(member('reviewer'))
  expect(await standsAt()).toEqual(['published', true, 2])
})

test('who had an original is in the log, with the address; a copy is not', async () => {
  const { code } = await add(picture)
  const analyst = member('analyst')
  await readSharedCopy(analyst, code)
  await readOriginal(analyst, code, '192.0.2.1')
  await expect(readOriginal(member('reader'), code, null)).rejects.toMatchObject(unknownEvidence)
  expect(await prisma.accessLog.findMany({ where: { entityId: code } })).toMatchObject([
    { byUser: 'analyst-1', byWhom: 'analyst', action: 'original', entity: 'evidence', address: '192.0.2.1' },
  ])
})

test('the database takes no file under a hash or length that is not its own', async () => {
  const { code } = await add(picture)
  const { id: evidenceId } = await prisma.evidence.findUniqueOrThrow({ where: { code } })
  const file = (fields: object) =>
    prisma.evidenceFile.update({
      where: { evidenceId_part: { evidenceId, part: 'original' } },
      data: { bytes: pdf(), ...fields },
    })
  await expect(file({ length: pdf().length })).rejects.toThrow('evidence_file_sha256_fits')
  await expect(file({ sha256: sha256(pdf()) })).rejects.toThrow('evidence_file_length_fits')
})
