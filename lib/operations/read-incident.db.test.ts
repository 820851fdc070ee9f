import { beforeAll, describe, expect, it } from 'vitest'
import { keeper } from '@/lib/access/viewer'
import { emptyFilter } from '@/lib/analysis/filter'
import type { IncidentDetail } from '@/lib/analysis/incident-detail'
import { plainView } from '@/lib/analysis/view'
import { freshDatabase } from '@/lib/db/test-database'
import { logDraft } from '@/lib/incident/log-draft'
import type { Refusal } from '@/lib/problem'
import { readIncident, readIncidentVersion } from './read-incident'
import { recordLog } from './record-log'
import { summarise } from './summarise'

const { prisma } = await freshDatabase()
let strike = ''
let downed = ''

beforeAll(async () => {
  await prisma.place.create({ data: { id: 1, key: 'iso:LY', kind: 'country', country: 'LY', path: [1] } })
  await prisma.place.create({
    data: { id: 2, key: 'own:derna', kind: 'city', country: 'LY', parentId: 1, path: [1, 2] },
  })
  await prisma.placeName.createMany({
    data: [
      { placeId: 1, lang: 'ar', name: 'ليبيا', folded: 'ليبيا' },
      { placeId: 1, lang: 'en', name: 'Libya', folded: 'libya' },
      { placeId: 2, lang: 'ar', name: 'درنة', folded: 'درنه' },
    ],
  })
  await prisma.actor.createMany({
    data: [
      { id: 1, key: 'own:council', kind: 'rebel-group' },
      { id: 2, key: 'own:army', kind: 'state-forces' },
    ],
  })
  await prisma.actorName.createMany({
    data: [
      { actorId: 1, lang: 'ar', name: 'مجلس شورى', folded: 'مجلس شوري' },
      { actorId: 2, lang: 'en', name: 'Army', folded: 'army' },
    ],
  })
  const recorded = await recordLog(keeper, logDraft.parse(twoIncidents))
  strike = recorded[0]?.code ?? ''
  downed = recorded[1]?.code ?? ''
})

const exactly = (point: number) => ({ operator: 'exactly', min: null, point, max: null, word: null })
const when = {
  start: '2017-07-29',
  end: '2017-07-29',
  precision: 'day',
  phrase: 'أمس السبت',
  countedFrom: '2017-07-30',
}
const where = {
  placeId: 2,
  precision: 'near',
  point: { lat: 32.7, lon: 22.6 },
  offset: { km: 5, bearing: 225 },
}

const twoIncidents = {
  reports: [
    {
      key: 'r',
      outlet: 'Outlet',
      publishedOn: '2017-07-30',
      publishedOnBasis: 'inferred',
      language: 'ar',
      text: 'long text',
    },
  ],
  statements: [
    { key: 'own', channel: 'outlet', citedBy: ['r'] },
    { key: 'council', actorId: 1, speakerRole: 'spokesman', channel: 'social-media', citedBy: ['r'] },
    { key: 'army', actorId: 2, channel: 'statement', citedBy: ['r'] },
  ],
  incidents: [
    {
      key: 'strike',
      title: { ar: 'ضربة', en: null },
      summary: { ar: null, en: null },
      kind: 'air-strike',
      when,
      where: {
        ...where,
        sites: [{ key: 'q', kind: 'quarry', name: { ar: 'محجر', en: null }, placeId: 2, precision: 'exact' }],
      },
      parties: [
        { key: 'army', actorId: 2, part: 'initiator' },
        { key: 'council', actorId: 1, part: 'target' },
      ],
      claims: [
        {
          key: 'k',
          statement: 'own',
          report: 'r',
          quote: 'أربعة قتلى',
          says: { subject: 'casualties', party: 'council', outcome: 'killed', ...exactly(4) },
        },
        {
          key: 'e',
          statement: 'council',
          says: {
            subject: 'equipment',
            category: 'tank',
            outcome: 'disabled',
            owner: 'army',
            model: 'T-72',
            ...exactly(3),
          },
        },
        {
          key: 'w',
          statement: 'council',
          says: { subject: 'where', placeId: 1, site: null, phrase: 'جنوب' },
        },
      ],
      links: [{ kind: 'before', key: 'downed' }],
    },
    {
      key: 'downed',
      title: { ar: null, en: 'Aircraft shot down' },
      summary: { ar: null, en: null },
      kind: 'aircraft-shot-down',
      when,
      where,
      parties: [{ key: 'army', actorId: 2, part: 'target' }],
      claims: [
        {
          key: 'a',
          statement: 'army',
          says: { subject: 'casualties', status: 'aircrew', outcome: 'killed', ...exactly(1) },
        },
        {
          key: 'b',
          statement: 'council',
          says: { subject: 'casualties', status: 'aircrew', outcome: 'captured', ...exactly(2) },
        },
      ],
      conflictSets: [
        {
          key: 'x',
          question: 'What became of the crew?',
          alternatives: [
            { key: 'one', claims: ['a'] },
            { key: 'two', claims: ['b'] },
          ],
        },
      ],
    },
  ],
  episodes: [
    {
      key: 'both',
      title: { ar: null, en: 'Both' },
      incidents: ['strike', 'downed'],
      claims: [
        { key: 'all', statement: 'army', says: { subject: 'casualties', outcome: 'killed', ...exactly(9) } },
      ],
    },
  ],
}

const figure = (of: IncidentDetail, outcome: string) =>
  of.figures.find((f) => f.cell.outcome === outcome && f.cell.party === null && f.cell.status === null)

describe('an incident read whole', () => {
  it('holds when, where and who as they were logged, with names', async () => {
    const read = await readIncident(keeper, strike)
    expect(read).toMatchObject({
      code: strike,
      version: 1,
      title: { ar: 'ضربة', en: null },
      when,
      where: {
        place: { id: 2, names: { ar: 'درنة', en: null } },
        within: [{ id: 1, country: 'LY', names: { ar: 'ليبيا', en: 'Libya' } }],
        point: where.point,
        offset: where.offset,
        sites: [{ kind: 'quarry', name: { ar: 'محجر' }, place: { id: 2 } }],
      },
      parties: [
        { actor: 2, kind: 'state-forces', part: 'initiator', names: { en: 'Army' } },
        { actor: 1, part: 'target' },
      ],
      dataset: null,
    })
    expect(read.where.place.names).toEqual({ ar: 'درنة', en: null })
  })

  it('holds each claim with its words, its statement and the reports that cite it, and no report text', async () => {
    const read = await readIncident(keeper, strike)
    const killed = read.claims.find((claim) => claim.says.subject === 'casualties')
    expect(killed).toMatchObject({ quote: 'أربعة قتلى', says: { point: 4, party: read.parties[1]?.key } })
    const statement = read.statements.find((one) => one.key === killed?.statement)
    expect(statement).toMatchObject({ channel: 'outlet', actor: null, citedBy: [read.reports[0]?.key] })
    expect(read.statements.map((one) => one.actor?.names.ar ?? null)).toContain('مجلس شورى')
    expect(read.claims.find((claim) => claim.says.subject === 'where')?.place?.names.en).toBe('Libya')
    expect(JSON.stringify(read)).not.toContain('long text')
  })

  it('derives figures of people and of equipment', async () => {
    const read = await readIncident(keeper, strike)
    expect(read.killed).toMatchObject({ low: 4, best: 4, high: 4, open: false })
    expect(figure(read, 'killed')).toMatchObject({ best: 4 })
    const tanks = read.equipment.find((loss) => loss.cell.owner === read.parties[0]?.key)
    expect(tanks).toMatchObject({
      best: 3,
      models: ['T-72'],
      cell: { category: 'tank', outcome: 'disabled' },
    })
  })

  it('shows an open conflict set with its alternatives, and the figure disputed', async () => {
    const read = await readIncident(keeper, downed)
    expect(read.disputed).toBe(true)
    expect(figure(read, 'killed')).toMatchObject({ low: 0, best: null, high: 1, state: 'disputed' })
    expect(read.conflictSets).toMatchObject([
      { question: 'What became of the crew?', decided: null, openedBy: 'keeper' },
    ])
    const said = read.conflictSets[0]?.alternatives.map(
      ({ claims }) => read.claims.find((c) => c.key === claims[0])?.says,
    )
    expect(said).toMatchObject([{ outcome: 'killed' }, { outcome: 'captured' }])
  })

  it('shows links from either end and the episode with what it adds', async () => {
    expect((await readIncident(keeper, strike)).links).toMatchObject([
      { kind: 'before', direction: 'out', incident: { code: downed, title: { en: 'Aircraft shot down' } } },
    ])
    const { links, episodes } = await readIncident(keeper, downed)
    expect(links).toMatchObject([{ kind: 'before', direction: 'in', incident: { code: strike } }])
    expect(episodes[0]?.incidents.map((incident) => incident.code)).toEqual([strike, downed])
    expect(episodes[0]?.figures[0]).toMatchObject({ best: 9, remainder: { best: 5 } })
  })

  it('counts the episode beyond its incidents in the totals, and only while all of them are in view', async () => {
    const all = await summarise(keeper, emptyFilter, plainView)
    expect(all.totals.killed).toMatchObject({ best: 9, disputed: { count: 1, low: 0, high: 1 } })
    expect(all.episodes).toMatchObject({ count: 1, casualties: { killed: { best: 5 } } })
    const half = await summarise(keeper, { ...emptyFilter, kinds: ['air-strike'] }, plainView)
    expect(half.totals.killed.best).toBe(4)
    expect(half.episodes.count).toBe(0)
  })

  it('keeps past versions, with the names they speak of', async () => {
    const past = await readIncidentVersion(keeper, strike, 1)
    expect(past).toMatchObject({
      version: 1,
      by: 'keeper',
      action: 'record',
      recordedTo: null,
      actors: { 2: { en: 'Army' } },
    })
    expect(past.log?.incidents[0]?.title.ar).toBe('ضربة')
    expect(past.places[2]?.names.ar).toBe('درنة')
  })
})

it.each(['LY-2017-ZZZZ', '', "LY-2017-'; --", 'ly-2017-7kq4'])(
  'answers not-found to the code %j',
  async (code) => {
    await expect(readIncident(keeper, code)).rejects.toMatchObject({
      kind: 'not-found',
    } satisfies Partial<Refusal>)
  },
)

it('answers not-found to a version that never was, and to a deleted incident', async () => {
  await expect(readIncidentVersion(keeper, strike, 7)).rejects.toMatchObject({ kind: 'not-found' })
  await prisma.incident.update({ where: { code: strike }, data: { deletedAt: new Date() } })
  await expect(readIncident(keeper, strike)).rejects.toMatchObject({ kind: 'not-found' })
  expect((await readIncident(keeper, downed)).links).toEqual([])
})
