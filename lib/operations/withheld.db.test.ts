import { beforeAll, describe, expect, it } from 'vitest'
import { keeper, type Viewer } from '@/lib/access/viewer'
import { emptyFilter } from '@/lib/analysis/filter'
import type { Total } from '@/lib/analysis/summary'
import { plainView } from '@/lib/analysis/view'
import { writeSetting } from '@/lib/db/settings'
import { freshDatabase } from '@/lib/db/test-database'
import { charts, summaryTable } from '@/lib/formats/summary-csv'
import { type LogDraft, type LogInput, logDraft } from '@/lib/incident/log-draft'
import { Refusal } from '@/lib/problem'
import { deriveDue } from './derive-due'
import { readIncidentLog } from './edit-incident'
import { listIncidents } from './list-incidents'
import { type Registry, seedRegistry } from './log-draft.test-kit'
import { readIncident, readIncidentVersion } from './read-incident'
import { recordLog } from './record-log'
import { summarise } from './summarise'
import { type Asked, answersTo, historiesFor, person, readers, team } from './withheld.test-kit'

/*
 * The same questions before and after something that the asker may not see is added: every answer must be the same, to
 * the last count, and hold none of its words.
 */

const { prisma } = await freshDatabase()
const nadia = person('nadia', 'analyst')
const CANARY = 'qanarya'
let registry: Registry
let asked: Asked
let a = ''
let b = ''

const killed = (point: number, more: object = {}) => ({
  ...{ subject: 'casualties', outcome: 'killed', operator: 'exactly', point, ...more },
})
const day = { start: '2017-07-29', end: '2017-07-29', precision: 'day' }

function incident(key: string, more: object = {}) {
  return {
    ...{ key, title: { en: `Strike ${key}` }, summary: {}, kind: 'air-strike', when: day },
    where: { placeId: registry.derna.id, precision: 'near' },
    parties: [{ key: 'target', actorId: registry.karama.id, part: 'target' }],
    ...more,
  }
}

function baseLog(): LogDraft {
  return logDraft.parse({
    reports: [{ key: 'r', outlet: 'Al-Wasat', title: 'Strikes on Derna', language: 'en', text: 'All of it' }],
    statements: [
      { key: 'outlet', channel: 'outlet', saidOn: '2017-07-30', citedBy: ['r'] },
      {
        key: 'ministry',
        channel: 'statement',
        speakerName: 'Ministry',
        saidOn: '2017-07-29',
        citedBy: ['r'],
      },
    ],
    incidents: [
      incident('a', {
        claims: [
          { key: 'five', statement: 'outlet', says: killed(5) },
          { key: 'three', statement: 'ministry', says: killed(3, { party: 'target' }) },
          { key: 'one', statement: 'ministry', says: killed(1, { party: 'target', status: 'civilian' }) },
        ],
        conflictSets: [
          {
            key: 'set',
            question: 'Civilians among them?',
            alternatives: [
              { key: 'yes', name: 'yes', claims: ['one'] },
              { key: 'no', name: 'no', claims: [] },
            ],
          },
        ],
      }),
      incident('b', { claims: [{ key: 'two', statement: 'outlet', says: killed(2) }] }),
    ],
    episodes: [
      {
        key: 'both',
        title: { en: 'Both strikes' },
        incidents: ['a', 'b'],
        claims: [{ key: 'nine', statement: 'outlet', says: killed(9) }],
      },
    ],
  } as LogInput)
}

const publish = () =>
  prisma.incident.updateMany({ where: { code: { in: [a, b] } }, data: { status: 'published' } })
const editing = async (viewer: Viewer): Promise<LogInput> => structuredClone(await readIncidentLog(viewer, a))
const save = async (viewer: Viewer, log: LogInput) => {
  const recorded = await recordLog(viewer, logDraft.parse(log))
  await publish()
  return recorded
}

const snapshot = async (viewers: Viewer[]) =>
  Promise.all(viewers.map(async (viewer) => answersTo(viewer, asked)))

beforeAll(async () => {
  registry = await seedRegistry(prisma)
  const recorded = await recordLog(nadia, baseLog())
  a = recorded[0]?.code ?? ''
  b = recorded[1]?.code ?? ''
  await publish()
  // An analyst changes only what nobody has verified; here what matters is what she does not see.
  asked = { codes: [a, b], texts: [CANARY, 'strike'], placeId: registry.derna.id, actor: registry.karama.id }
})

/** Adds to incident `a` whatever can be withheld, each with `audience` and the canary. */
async function withhold(audience: object, number: number): Promise<string[]> {
  await prisma.incident.updateMany({ where: { code: { in: [a, b] } }, data: { status: 'draft' } })
  const log = await editing(nadia)
  const [first] = log.incidents
  const own = log.statements?.[0]?.key ?? ''
  const add = <T>(list: T[] | undefined, ...things: unknown[]) => [...(list ?? []), ...(things as T[])]
  const secretReport = `sr${number}-x`
  log.reports = add(log.reports, {
    ...{
      key: secretReport,
      outlet: `Outlet ${CANARY}`,
      title: CANARY,
      url: `https://${CANARY}.org/`,
      language: 'en',
    },
    ...audience,
  })
  log.statements = add(
    log.statements,
    {
      key: `st${number}-x`,
      channel: 'witness',
      speakerName: CANARY,
      note: CANARY,
      citedBy: [log.reports[0]?.key],
      ...audience,
    },
    { key: `sc${number}-x`, channel: 'witness', speakerName: `${CANARY} by report`, citedBy: [secretReport] },
  )
  if (!first) throw new Error('no incident')
  const party = first.parties?.[0]?.key
  first.claims = add(
    first.claims?.slice(0, 1),
    {
      key: `k1-${number}`,
      statement: own,
      quote: CANARY,
      says: killed(70 + number),
      note: CANARY,
      ...audience,
    },
    ...(first.claims?.slice(1) ?? []),
    { key: `k2-${number}`, statement: `st${number}-x`, quote: CANARY, says: killed(40, { party }) },
    {
      key: `k3-${number}`,
      statement: `sc${number}-x`,
      quote: CANARY,
      says: killed(50, { status: 'journalist' }),
    },
    {
      key: `k4-${number}`,
      ...{ statement: own, victims: [CANARY], ...audience },
      says: { subject: 'motive', text: CANARY },
    },
    { key: `k5-${number}`, statement: own, says: { subject: 'where', phrase: CANARY }, ...audience },
  )
  const [set] = first.conflictSets ?? []
  set?.alternatives.push({ key: `alt-${number}`, name: CANARY, claims: [`k2-${number}`] })
  set?.alternatives[0]?.claims.push(`k1-${number}`)
  first.links = add(first.links, { kind: 'context', key: `c${number}-x`, note: CANARY })
  log.incidents.push({
    ...(incident(`c${number}-x`, {
      title: { en: `Hidden ${CANARY} strike` },
      note: CANARY,
      claims: [{ key: 'six', statement: own, says: killed(6) }],
      ...audience,
    }) as LogInput['incidents'][number]),
  })
  const both = log.episodes?.[0]
  both?.claims.push({
    key: `ep-${number}`,
    statement: own,
    quote: CANARY,
    says: killed(99),
    ...audience,
  } as never)
  log.episodes?.push({
    ...{ key: `hidden-${number}`, title: { en: CANARY }, incidents: ['incident', `c${number}-x`] },
    claims: [{ key: 'seven', statement: own, says: killed(17) } as never],
  })
  const recorded = await save(nadia, log)
  return recorded.map(({ code }) => code).filter((code) => code !== a)
}

const holdsCanary = (value: unknown) => JSON.stringify(value).toLowerCase().includes(CANARY)

describe('what is withheld', () => {
  it('is nowhere, and nothing is other for its being there', async () => {
    const everybody = [...readers, ...team]
    const before = await snapshot(everybody)
    expect(JSON.stringify(before)).toContain('Strike a')

    // For one person by name: nobody else, administrators neither.
    const hidden = await withhold({ visibility: 'named', named: ['nadia'] }, 1)
    expect(holdsCanary(await readIncident(nadia, a))).toBe(true)
    expect(await snapshot(everybody)).toEqual(before)

    // For the team, and until a day: the team sees it, no other reader does.
    await withhold({ visibility: 'team' }, 2)
    await withhold({ visibility: 'everyone', embargo: '2999-01-01' }, 3)
    await prisma.incident.updateMany({
      where: { titleEn: { contains: CANARY } },
      data: { status: 'published' },
    })
    const after = await snapshot(readers)
    expect(after).toEqual(before.slice(0, readers.length))
    expect(holdsCanary(after)).toBe(false)
    const omar = team[0] as Viewer
    expect((await readIncident(omar, a)).killed.high).toBe(73)
    expect((await readIncident(nadia, a)).killed.high).toBe(73)
    for (const code of hidden)
      await expect(readIncident(omar, code)).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('is in no history of who does not see it', async () => {
    const told = JSON.stringify(await historiesFor(team[0] as Viewer, [a, b], 6))
    expect(told).toContain('Strike a')
    const named = await prisma.claim.findMany({ where: { visibility: 'named' }, select: { id: true } })
    for (const { id } of named) expect(told).not.toContain(`"c${id}"`)
    for (const viewer of readers) expect(holdsCanary(await historiesFor(viewer, [a, b], 6))).toBe(false)
  })

  it('counts in the team’s lists and charts, and in nobody else’s', async () => {
    const [facts] = await prisma.$queryRaw<{ high: number }[]>`
      select t.killed_high as high from incident_team_facts t join incident i on i.id = t.incident_id where i.code = ${a}`
    expect(facts).toEqual({ high: 73 })
    const highOf = ({ high, disputed }: Total) => high + disputed.high
    const highest = async (viewer: Viewer) => {
      const filter = { ...emptyFilter, text: a }
      const { incidents } = await listIncidents(viewer, filter, plainView)
      const { byActor, totals } = await summarise(viewer, filter, plainView)
      const [party] = byActor.rows
      const listed = incidents.map(({ killed }) => killed.high)
      return [listed, highOf(totals.killed), party && highOf(party.casualties.killed)]
    }
    expect(await highest(readers[1] as Viewer)).toEqual([[5], 5, 3])
    expect(await highest(team[0] as Viewer)).toEqual([[73], 73, 40])
    const row = await prisma.incident.findUniqueOrThrow({ where: { code: a } })
    expect(row).toMatchObject({ killedHigh: 5, withheld: true })
    expect(row.deriveOn?.toISOString().slice(0, 10)).toBe('2999-01-01')
  })
})

describe('an edit by somebody who does not see all', () => {
  const omar = team[0] as Viewer
  const reopened = () =>
    prisma.incident.updateMany({ where: { code: { in: [a, b] } }, data: { status: 'draft' } })
  const hiddenRows = async () => ({
    claims: await prisma.claim.findMany({
      where: { OR: [{ visibility: 'named' }, { statement: { visibility: 'named' } }] },
      orderBy: { id: 'asc' },
      omit: { position: true },
    }),
    statements: await prisma.statement.findMany({ where: { visibility: 'named' } }),
    reports: await prisma.report.findMany({ where: { visibility: 'named' }, include: { incidents: true } }),
    links: await prisma.incidentLink.findMany({ orderBy: { toId: 'asc' } }),
    members: await prisma.alternativeClaim.findMany({ orderBy: [{ claimId: 'asc' }] }),
    truths: await prisma.protectedField.findMany({ orderBy: [{ entityId: 'asc' }, { field: 'asc' }] }),
    episodes: await prisma.episode.findMany({ include: { incidents: true } }),
  })

  it('keeps what they do not see as it was, places and all', async () => {
    await reopened()
    const order = async () =>
      (await prisma.claim.findMany({ where: { incident: { code: a } }, orderBy: { position: 'asc' } })).map(
        ({ id }) => id,
      )
    const [before, ordered] = [await hiddenRows(), await order()]
    await recordLog(omar, logDraft.parse(await editing(omar)))
    expect(await hiddenRows()).toEqual(before)
    expect(await order()).toEqual(ordered)
  })

  it('cannot reach it by its key, nor by taking everything away', async () => {
    await reopened()
    const before = await hiddenRows()
    const log = await editing(omar)
    const [first] = log.incidents
    const secret = before.claims.find(({ quote, incidentId }) => quote === CANARY && incidentId !== null)
    if (!first || !secret) throw new Error('nothing hidden')
    const statement = log.statements?.[0]?.key ?? ''
    first.claims = [
      { key: `c${secret.id}`, statement, quote: 'mine', says: { subject: 'motive', text: 'mine' } },
    ] as never
    first.conflictSets = []
    first.links = []
    await recordLog(omar, logDraft.parse(log))
    const after = await hiddenRows()
    expect(after.claims).toEqual(before.claims)
    expect(after.reports).toEqual(before.reports)
    const mine = await prisma.claim.findFirstOrThrow({ where: { quote: 'mine' } })
    expect(mine.id).not.toBe(secret.id)
    expect((await readIncident(omar, a)).claims.map(({ quote }) => quote)).toEqual(['mine'])
    expect(holdsCanary(await readIncident(nadia, a))).toBe(true)
  })

  it('is refused ids of hidden reports and statements as if they were not there', async () => {
    const { reports, statements } = await hiddenRows()
    const refusals = async (change: (log: LogInput) => void) => {
      const log = baseLog() as LogInput
      change(log)
      return await recordLog(omar, logDraft.parse(log)).catch((error: unknown) => error as Refusal)
    }
    const report = (id: number) => refusals((log) => Object.assign(log.reports[0] ?? {}, { id }))
    const statement = (id: number) => refusals((log) => Object.assign(log.statements?.[0] ?? {}, { id }))
    const told = (refusal: unknown) =>
      refusal instanceof Refusal ? refusal.problems.map(({ path, code }) => ({ path, code })) : refusal
    expect(told(await report(reports[0]?.id ?? 0))).toEqual(told(await report(2_000_000_000)))
    expect(told(await statement(statements[0]?.id ?? 0))).toEqual(told(await statement(2_000_000_000)))
  })
})

describe('an embargo', () => {
  it('that has passed is felt by readers once figures are derived anew, by however many at once', async () => {
    const log = baseLog()
    const [recorded] = await recordLog(nadia, {
      ...log,
      statements: log.statements.map((statement) => ({ ...statement, embargo: '2999-01-01' })),
    })
    const where = { code: recorded?.code ?? '' }
    const factsOf = () => prisma.incident.findUniqueOrThrow({ where, include: { teamFacts: true } })
    expect(await factsOf()).toMatchObject({ killedHigh: null, withheld: true, teamFacts: { killedHigh: 5 } })

    await prisma.$executeRaw`update statement set embargo = '2020-01-01' where embargo is not null`
    await prisma.$executeRaw`update incident set derive_on = '2020-01-01' where code = ${where.code}`
    const counts = await Promise.all([deriveDue(), deriveDue(), deriveDue()])
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(1)
    expect(await factsOf()).toMatchObject({ killedHigh: 5, withheld: false, teamFacts: null, version: 1 })
    expect(await deriveDue()).toBe(0)
  })
})

describe('what is narrowed later', () => {
  const omar = team[0] as Viewer
  const forNadia = { visibility: 'named', named: [] as string[] }
  let code = ''

  /** A log with the canary in a claim, in a statement and in a report, all of them for everyone. */
  function openLog(): LogInput {
    const log = baseLog() as LogInput
    const own = { statement: 'outlet', says: { subject: 'motive', text: 'plain' } }
    log.reports.push({ key: 'q', outlet: `Outlet ${CANARY}`, language: 'en' } as never)
    log.statements?.push(
      { key: 'w', channel: 'witness', speakerName: CANARY, citedBy: ['r'] } as never,
      { key: 'v', channel: 'witness', speakerName: `${CANARY} by report`, citedBy: ['q'] } as never,
    )
    log.episodes = []
    log.incidents = [log.incidents[0] as never]
    log.incidents[0]?.claims?.push(
      { ...own, key: 'k', quote: `${CANARY} of a claim` } as never,
      { ...own, key: 'gone', quote: `${CANARY} of a claim that goes` } as never,
      { ...own, key: 'moves', quote: `${CANARY} of a claim that moves` } as never,
      { ...own, key: 'byw', statement: 'w', quote: `${CANARY} of a witness` } as never,
      { ...own, key: 'byv', statement: 'v', quote: `${CANARY} of a report` } as never,
    )
    return log
  }

  const change = async (by: (log: LogInput) => void) => {
    const log: LogInput = structuredClone(await readIncidentLog(nadia, code))
    by(log)
    await recordLog(nadia, logDraft.parse(log))
  }
  const named = (things: readonly object[] | undefined) =>
    things?.filter((thing) => JSON.stringify(thing).includes(CANARY)) ?? []

  it('is hidden in the versions of before too, from all but those who see it now', async () => {
    const [recorded] = await recordLog(nadia, logDraft.parse(openLog()))
    code = recorded?.code ?? ''
    expect(holdsCanary(await historiesFor(omar, [code], 1))).toBe(true)
    await change((log) => {
      const claims = log.incidents[0]?.claims ?? []
      for (const thing of [...named(log.reports), ...named(log.statements)]) Object.assign(thing, forNadia)
      const hidden = log.statements?.find(({ speakerName }) => speakerName === CANARY)?.key
      for (const claim of claims) {
        if (claim.quote?.endsWith('of a claim') || claim.quote?.endsWith('goes'))
          Object.assign(claim, forNadia)
        if (claim.quote?.endsWith('moves')) Object.assign(claim, { statement: hidden })
      }
    })
    await change(({ incidents: [first] }) => {
      if (first) first.claims = first.claims?.filter(({ quote }) => !quote?.endsWith('goes')) ?? []
    })
    const told = await historiesFor(omar, [code], 3)
    expect(holdsCanary(told)).toBe(false)
    expect(JSON.stringify(told)).toContain('Al-Wasat')
    const first = await readIncidentVersion(nadia, code, 1)
    const quotes = first.log?.incidents[0]?.claims.flatMap(({ quote }) => quote ?? [])
    expect(quotes).toEqual(
      ['a claim', 'a claim that moves', 'a witness', 'a report'].map((of) => `${CANARY} of ${of}`),
    )
  })
})

describe('where it is set to say so, the figures of lists and charts', () => {
  const open = { key: 'four', statement: 'outlet', says: killed(4) }
  const motive = { key: 'why', statement: 'outlet', says: { subject: 'motive', text: 'Revenge' } }
  const named = { visibility: 'named', named: ['nadia'] }
  let codes: Record<string, string> = {}

  beforeAll(async () => {
    const claims: Record<string, object[]> = {
      nothing: [open, motive],
      team: [open, { ...open, key: 'six', says: killed(6), visibility: 'team' }],
      named: [open, { ...open, key: 'six', says: killed(6), ...named }],
      // Of which the team’s figures are those of readers.
      motive: [open, { ...motive, ...named }],
    }
    const incidents = Object.entries(claims).map(([key, own]) => incident(key, { claims: own }))
    const { reports, statements } = baseLog()
    const recorded = await recordLog(nadia, logDraft.parse({ reports, statements, incidents }))
    codes = Object.fromEntries(recorded.map(({ key, code }) => [key, code]))
    await prisma.incident.updateMany({
      where: { code: { in: Object.values(codes) } },
      data: { status: 'published' },
    })
  })

  /** The mark of the incident wherever it is told of by itself: in each place the same. */
  const markOf = async (viewer: Viewer, code: string) => {
    const filter = { ...emptyFilter, text: code }
    const { incidents } = await listIncidents(viewer, filter, plainView)
    const summary = await summarise(viewer, filter, plainView)
    const { byKind, byActor, byPlace, overTime } = summary
    const rows = [...byKind, ...byActor.rows, ...byPlace.rows, ...overTime.buckets]
    const totals = charts.map((chart) => {
      const [heading = [], ...table] = summaryTable(summary, chart)
      return table.find(([row]) => row === 'total')?.[heading.indexOf('withheld')]
    })
    const marks = [incidents[0]?.withheld, summary.withheld, ...rows.map((row) => row.withheld), ...totals]
    const [mark, ...others] = new Set(marks.map(Number))
    expect(others).toEqual([])
    return mark === 1
  }
  const marked = async (viewer: Viewer) => {
    const marks = await Promise.all(
      Object.entries(codes).map(async ([key, code]) => ((await markOf(viewer, code)) ? [key] : [])),
    )
    return marks.flat()
  }

  it('say nothing as long as it is not', async () => {
    for (const viewer of [keeper, nadia, ...readers, ...team]) expect(await marked(viewer)).toEqual([])
  })

  it('say to each audience that they leave out what they do, to those named for it no other', async () => {
    await writeSetting(prisma, 'withheld-figures', 'say-so')
    for (const viewer of readers) expect(await marked(viewer)).toEqual(['team', 'named', 'motive'])
    for (const viewer of [keeper, nadia, ...team]) expect(await marked(viewer)).toEqual(['named', 'motive'])
    expect((await readIncident(nadia, codes.named ?? '')).withheld).toBe(false)
    // A claim about it and another is for nadia alone.
    expect(await markOf(keeper, b)).toBe(true)
  })
})
