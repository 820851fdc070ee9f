import { beforeAll, describe, expect, it } from 'vitest'
import { keeper, type Viewer } from '@/lib/access/viewer'
import { freshDatabase } from '@/lib/db/test-database'
import { type LogInput, logDraft } from '@/lib/incident/log-draft'
import { readIncidentLog } from './edit-incident'
import { type Registry, seedRegistry } from './log-draft.test-kit'
import { readAccessLog } from './read-access-log'
import { readIncident } from './read-incident'
import { recordLog } from './record-log'
import { redactIncident } from './redact-incident'
import { revealProtected } from './reveal-protected'
import { answersTo, historiesFor, person, readers, team } from './withheld.test-kit'

const { prisma } = await freshDatabase()
const nadia = person('nadia', 'analyst')
const sana = person('sana', 'administrator')
const CANARY = 'qanarya'
const why = { why: 'The family asks for the place', address: '192.0.2.7' }
let registry: Registry
let division: { id: number }

beforeAll(async () => {
  registry = await seedRegistry(prisma)
  const { country, derna } = registry
  division = await prisma.place.create({
    data: { key: 'division', kind: 'division', country: 'LY', parentId: country.id, lat: 32.5, lon: 22.5 },
  })
  await prisma.place.update({ where: { id: division.id }, data: { path: [country.id, division.id] } })
  await prisma.place.update({ where: { id: derna.id }, data: { path: [country.id, division.id, derna.id] } })
})

/** Everything that can be protected or is private, with the canary in it. */
const secretLog = (protection: 'protected' | 'none'): LogInput =>
  ({
    reports: [
      {
        ...{ key: 'r', outlet: `Outlet ${CANARY}`, agencies: [CANARY], title: CANARY, text: CANARY },
        ...{
          url: `https://${CANARY}.org/`,
          archivedUrl: `https://a.${CANARY}.org/`,
          language: 'en',
          protection,
        },
        ...{ publishedOn: '2017-07-30', publishedOnBasis: 'inferred', publishedOnWhy: CANARY },
      },
    ],
    statements: [
      {
        ...{ key: 's', channel: 'interview', speakerName: CANARY, speakerRole: CANARY, note: CANARY },
        ...{ actorId: registry.shura.id, citedBy: ['r'], protection },
      },
    ],
    incidents: [
      {
        ...{ key: 'a', title: { en: 'A strike' }, summary: {}, kind: 'air-strike', note: CANARY },
        when: { start: '2017-07-29', end: '2017-07-29', precision: 'day' },
        where: {
          ...{ placeId: registry.derna.id, point: { lat: 32.7654321, lon: 22.6123456 }, precision: 'exact' },
          ...{ phrase: CANARY, offset: { km: 4.321, bearing: 33 }, protection },
          sites: [
            {
              ...{ key: 'site', kind: 'school', name: { en: CANARY }, placeId: registry.derna.id },
              ...{ point: { lat: 32.7654321, lon: 22.6123456 }, precision: 'exact' },
            },
          ],
        },
        claims: [
          {
            ...{ key: 'k', statement: 's', report: 'r', note: CANARY, victims: [CANARY, `${CANARY} two`] },
            says: { subject: 'casualties', outcome: 'killed', operator: 'exactly', point: 2, site: 'site' },
          },
          {
            ...{ key: 'w', statement: 's', quote: CANARY },
            says: { subject: 'where', placeId: registry.derna.id, phrase: CANARY },
          },
        ],
      },
    ],
  }) as LogInput

async function record(log: LogInput): Promise<string> {
  const [recorded] = await recordLog(nadia, logDraft.parse(log))
  const code = recorded?.code ?? ''
  await prisma.incident.update({ where: { code }, data: { status: 'published' } })
  return code
}

const reopen = (code: string) => prisma.incident.update({ where: { code }, data: { status: 'draft' } })
const edit = async (viewer: Viewer, code: string): Promise<LogInput> =>
  structuredClone(await readIncidentLog(viewer, code))

/** Answers as a text without what is private to the team and yet no secret to it. */
const secrets = [CANARY, '32.7654321', '22.6123456', '4.321']
const heldIn = (value: unknown) =>
  secrets.filter((secret) => JSON.stringify(value).toLowerCase().includes(secret))
const withoutNotes = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (key, part) => (key === 'note' ? undefined : part)))

async function truths(): Promise<string> {
  return JSON.stringify(await prisma.protectedField.findMany({ orderBy: { entityId: 'asc' } }))
}

describe('what is protected', () => {
  it('is masked for everybody, wherever it is asked for', async () => {
    const code = await record(secretLog('protected'))
    const asked = {
      ...{ codes: [code], texts: [CANARY, 'درنة', 'strike'] },
      ...{ placeId: registry.derna.id, actor: registry.shura.id },
    }
    for (const viewer of readers) expect(heldIn(await answersTo(viewer, asked))).toEqual([])
    for (const viewer of [nadia, ...team, keeper]) {
      expect(heldIn(withoutNotes(await answersTo(viewer, asked)))).toEqual([])
      expect(heldIn(withoutNotes(await historiesFor(viewer, [code], 2)))).toEqual([])
    }
    expect(await readIncident(nadia, code)).toMatchObject({
      note: CANARY,
      where: {
        ...{
          place: { id: division.id },
          point: { lat: 32.5, lon: 22.5 },
          precision: 'province',
          phrase: null,
        },
        ...{ protection: 'masked', sites: [{ kind: 'school', name: { en: null }, point: null }] },
      },
      reports: [{ outlet: '•••', agencies: [], title: null, url: null, protection: 'masked' }],
      statements: [{ actor: null, speakerName: null, speakerRole: null, protection: 'masked' }],
    })
  })

  it('is shown to the team for a reason, which stands in the access log', async () => {
    const code = await record(secretLog('protected'))
    const { log, places } = await revealProtected(team[0] as Viewer, code, why)
    expect(log.incidents[0]?.where).toMatchObject({
      ...{ placeId: registry.derna.id, point: { lat: 32.7654321, lon: 22.6123456 }, phrase: CANARY },
      sites: [{ name: { en: CANARY } }],
    })
    expect(log.incidents[0]?.claims).toMatchObject([
      { victims: [CANARY, `${CANARY} two`] },
      { quote: CANARY, says: { phrase: CANARY } },
    ])
    expect(log.reports).toMatchObject([{ outlet: `Outlet ${CANARY}`, text: CANARY, protection: 'protected' }])
    expect(log.statements).toMatchObject([{ actorId: registry.shura.id, speakerName: CANARY }])
    expect(places[registry.derna.id]?.en).toBe('Derna')
    const { lines } = await readAccessLog(sana, null)
    expect(lines[0]).toMatchObject({ by: 'omar', action: 'reveal', entityId: code, ...why })
    for (const viewer of readers)
      await expect(revealProtected(viewer, code, why)).rejects.toMatchObject({ kind: 'forbidden' })
    const unscoped: Viewer = { ...nadia, scopes: ['read', 'record'] }
    await expect(revealProtected(unscoped, code, why)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(readAccessLog(nadia, null)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('stays as it is through an edit that does not see it, and through one that does', async () => {
    const code = await record(secretLog('protected'))
    const before = await truths()
    await reopen(code)
    const masked = await edit(nadia, code)
    await recordLog(nadia, logDraft.parse({ ...masked, why: 'a title' }))
    expect(await truths()).toBe(before)
    const { log } = await revealProtected(nadia, code, why)
    await recordLog(nadia, logDraft.parse(log))
    expect(await truths()).toBe(before)
    expect(heldIn(withoutNotes(await edit(nadia, code)))).toEqual([])
    // Whoever may not have it shown can neither replace it nor lay it open.
    const unscoped: Viewer = { ...nadia, scopes: ['read', 'record'] }
    for (const protection of ['none', 'protected']) {
      const mine = await edit(nadia, code)
      Object.assign(mine.incidents[0]?.where ?? {}, { protection, phrase: 'elsewhere' })
      await expect(recordLog(unscoped, logDraft.parse(mine))).rejects.toMatchObject({
        problems: [{ code: 'may-not-reveal' }],
      })
    }
    // Nor is the mask ever laid open as if it were the truth, which would be gone.
    const masks = await edit(nadia, code)
    Object.assign(masks.reports[0] ?? {}, { protection: 'none' })
    await expect(recordLog(nadia, logDraft.parse(masks))).rejects.toMatchObject({
      problems: [{ code: 'reveal-first' }],
    })
    const place = await edit(nadia, code)
    Object.assign(place.incidents[0]?.where ?? {}, { protection: 'none' })
    await expect(recordLog(nadia, logDraft.parse(place))).rejects.toMatchObject({
      problems: [{ code: 'reveal-first' }],
    })
    expect(await truths()).toBe(before)
  })

  it('is masked in the versions of before too, once it is protected', async () => {
    const code = await record(secretLog('none'))
    expect(heldIn(withoutNotes(await historiesFor(nadia, [code], 1)))).not.toEqual([])
    await reopen(code)
    const log = await edit(nadia, code)
    for (const thing of [log.reports[0], log.statements?.[0], log.incidents[0]?.where])
      Object.assign(thing ?? {}, { protection: 'protected' })
    await recordLog(nadia, logDraft.parse(log))
    expect(heldIn(withoutNotes(await historiesFor(nadia, [code], 3)))).toEqual([])
    expect(heldIn(withoutNotes(await readIncident(nadia, code)))).toEqual([])
    const { log: truth } = await revealProtected(nadia, code, why)
    expect(truth.reports[0]?.text).toBe(CANARY)

    // Laid open again it is as it was, and nothing of it is kept apart.
    for (const thing of [truth.reports[0], truth.statements[0], truth.incidents[0]?.where])
      Object.assign(thing ?? {}, { protection: 'none' })
    await recordLog(nadia, logDraft.parse(truth))
    const open = await readIncident(nadia, code)
    expect(open).toMatchObject({
      where: { phrase: CANARY, place: { id: registry.derna.id }, protection: 'none' },
      reports: [{ outlet: `Outlet ${CANARY}` }],
      statements: [{ speakerName: CANARY }],
    })
  })

  it('is laid open in the claims too that whoever lifts it does not see, and stays hidden from them', async () => {
    const withheld = `withheld ${CANARY}`
    const log = secretLog('protected')
    log.incidents[0]?.claims?.push({
      ...{ key: 'mine', statement: 's', quote: withheld, visibility: 'named', named: [] },
      says: { subject: 'where', placeId: registry.derna.id, phrase: withheld },
    } as never)
    const code = await record(log)
    await reopen(code)
    const omar = team[0] as Viewer
    const { log: shown } = await revealProtected(omar, code, why)
    Object.assign(shown.incidents[0]?.where ?? {}, { protection: 'none' })
    await recordLog(omar, logDraft.parse(shown))

    const { claims } = await readIncident(nadia, code)
    expect(claims.slice(1)).toMatchObject([
      { quote: CANARY, says: { phrase: CANARY }, place: { id: registry.derna.id } },
      { quote: withheld, says: { phrase: withheld }, place: { id: registry.derna.id } },
    ])
    const past = await historiesFor(omar, [code], 2)
    expect(JSON.stringify([await readIncident(omar, code), await edit(omar, code), past])).not.toContain(
      withheld,
    )
    const kept = { incident: { code }, subject: 'where' }
    const ids = (await prisma.claim.findMany({ where: kept })).map(({ id }) => id)
    expect(await prisma.protectedField.count({ where: { entity: 'claim', entityId: { in: ids } } })).toBe(0)
  })
})

describe('what an episode tells of a protected place', () => {
  /** Two strikes, and where both are said to have been: at the place of the first. */
  const twoStrikes = (protection: 'protected' | 'none'): LogInput => {
    const log = secretLog('none')
    const [first] = log.incidents
    if (!first) throw new Error('no incident')
    const where = { placeId: registry.derna.id, precision: 'near' }
    const strike = { ...first, summary: {}, note: null, claims: [] }
    log.reports = [{ key: 'r', outlet: 'Al-Wasat', language: 'en' } as never]
    log.statements = [{ key: 's', channel: 'outlet', citedBy: ['r'] } as never]
    log.incidents = [
      { ...strike, where: { ...where, protection } as never },
      { ...strike, key: 'b', where: where as never },
    ]
    log.episodes = [
      {
        ...{ key: 'both', title: { en: 'Both strikes' }, incidents: ['a', 'b'] },
        claims: [
          {
            ...{ key: 'told', statement: 's', quote: `${CANARY} quote` },
            says: { subject: 'where', placeId: registry.derna.id, phrase: `${CANARY} phrase` },
          } as never,
        ],
      },
    ]
    return log
  }

  async function recordBoth(protection: 'protected' | 'none'): Promise<[string, string]> {
    const [a, b] = await recordLog(nadia, logDraft.parse(twoStrikes(protection)))
    return [a?.code ?? '', b?.code ?? '']
  }

  async function protect(code: string, protection: 'protected' | 'none', log?: LogInput): Promise<void> {
    const sent = log ?? (await edit(nadia, code))
    Object.assign(sent.incidents[0]?.where ?? {}, { protection })
    await recordLog(nadia, logDraft.parse(sent))
  }

  const told = async (code: string) =>
    (await readIncident(nadia, code)).episodes.map(({ claims }) => claims[0])
  const mask = [{ quote: null, says: { phrase: null }, place: { id: 0 } }]
  const truth = [{ quote: `${CANARY} quote`, says: { phrase: `${CANARY} phrase` }, place: { id: 0 } }]

  beforeAll(() => {
    Object.assign(mask[0]?.place ?? {}, { id: division.id })
    Object.assign(truth[0]?.place ?? {}, { id: registry.derna.id })
  })

  async function expectMasked(codes: [string, string], versions: number): Promise<void> {
    for (const code of codes) expect(await told(code)).toMatchObject(mask)
    for (const viewer of [nadia, ...team, keeper]) {
      for (const code of codes) expect(heldIn(await readIncidentLog(viewer, code))).toEqual([])
      const past = await historiesFor(viewer, codes, versions)
      expect(heldIn(past)).toEqual([])
      expect(JSON.stringify(past)).not.toContain(`"placeId":${registry.derna.id},"phrase":null}`)
    }
  }

  it('is masked with it, and shown for a reason', async () => {
    const codes = await recordBoth('protected')
    await expectMasked(codes, 1)
    for (const code of codes) {
      const { log } = await revealProtected(nadia, code, why)
      expect(log.episodes[0]?.claims[0]).toMatchObject({ quote: `${CANARY} quote` })
      await recordLog(nadia, logDraft.parse(log))
      await recordLog(nadia, logDraft.parse(await edit(nadia, code)))
    }
    await expectMasked(codes, 3)
    const { log } = await revealProtected(nadia, codes[1], why)
    expect(log.episodes[0]?.claims[0]?.says).toMatchObject({
      placeId: registry.derna.id,
      phrase: `${CANARY} phrase`,
    })
  })

  it('is masked in both incidents, and what they were, once the place of one is protected', async () => {
    const [a, b] = await recordBoth('none')
    expect(await told(b)).toMatchObject(truth)
    await protect(a, 'protected')
    await expectMasked([a, b], 2)
    // Taking the incident out of the episode is no way to have it shown.
    const without = await edit(nadia, b)
    const third = {
      ...structuredClone(without.incidents[0]),
      key: 'c',
      code: null,
      version: null,
      claims: [],
    }
    without.incidents.push(third as never)
    for (const episode of without.episodes ?? []) episode.incidents = ['incident', 'c']
    await recordLog(nadia, logDraft.parse(without))
    expect(await told(b)).toMatchObject(mask)
  })

  it('is laid open with it, by who may', async () => {
    const [a, b] = await recordBoth('none')
    await protect(a, 'protected')
    const { log } = await revealProtected(nadia, a, why)
    await protect(a, 'none', { ...log, episodes: [], episodesRead: [] })
    for (const code of [a, b]) expect(await told(code)).toMatchObject(truth)
    const claims = await prisma.claim.findMany({
      where: { episode: { incidents: { some: { incident: { code: a } } } } },
    })
    const kept = { entity: 'claim', entityId: { in: claims.map(({ id }) => id) } }
    expect(await prisma.protectedField.count({ where: kept })).toBe(0)
  })

  it('is masked when an incident whose place is protected comes into the episode', async () => {
    const [b, c] = await recordBoth('none')
    const secret = await record(secretLog('protected'))
    await reopen(secret)
    const log = await edit(nadia, b)
    for (const episode of log.episodes ?? []) episode.incidents.push(secret)
    await recordLog(nadia, logDraft.parse(log))
    await expectMasked([b, c], 2)
  })
})

describe('a copy for sharing', () => {
  it('has nothing that is protected, private or withheld, and leaves the original as it is', async () => {
    const log = secretLog('protected')
    log.incidents[0]?.claims?.push({
      ...{ key: 'team', statement: 's', quote: 'for the team', visibility: 'team' },
      says: { subject: 'casualties', outcome: 'wounded', operator: 'exactly', point: 3 },
    } as never)
    const code = await record(log)
    const before = [await readIncident(nadia, code), await truths()]
    const copy = await redactIncident(nadia, code, { quotes: true })
    const made = await edit(nadia, copy.code)
    expect(heldIn(made)).toEqual([])
    expect(JSON.stringify(made)).not.toContain('for the team')
    expect(JSON.stringify(made)).not.toContain(code)
    expect(await readIncident(nadia, copy.code)).toMatchObject({
      status: 'draft',
      killed: { best: 2 },
      links: [],
    })
    expect([await readIncident(nadia, code), await truths()]).toEqual(before)
    // The door takes it as any other incident.
    await recordLog(nadia, logDraft.parse(made))
    await expect(redactIncident(readers[1] as Viewer, code, { quotes: true })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})
