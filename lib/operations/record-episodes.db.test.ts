import { beforeAll, expect, test } from 'vitest'
import { keeper } from '@/lib/access/viewer'
import { freshDatabase } from '@/lib/db/test-database'
import { type LogDraft, type LogInput, logDraft } from '@/lib/incident/log-draft'
import { Refusal } from '@/lib/problem'
import { deleteIncident, readIncidentLog, restoreIncident } from './edit-incident'
import { type Registry, seedRegistry } from './log-draft.test-kit'
import { readIncident } from './read-incident'
import { recordLog } from './record-log'

const { prisma } = await freshDatabase()
let registry: Registry

beforeAll(async () => {
  registry = await seedRegistry(prisma)
})

const killed = (point: number) => ({
  subject: 'casualties' as const,
  outcome: 'killed' as const,
  operator: 'exactly' as const,
  point,
})

/** "7" in the first strike, "12 in both strikes". */
function strikes(): LogInput {
  const strike = (key: string, claims: LogInput['incidents'][number]['claims']) => ({
    key,
    title: { ar: null, en: `The ${key} strike` },
    summary: { ar: null, en: null },
    kind: 'air-strike' as const,
    when: { start: '2017-07-29', end: '2017-07-29', precision: 'day' as const },
    where: { placeId: registry.derna.id, precision: 'near' as const },
    claims,
  })
  return {
    reports: [{ key: 'r', outlet: 'Al-Wasat', language: 'en' }],
    statements: [{ key: 's', channel: 'outlet', citedBy: ['r'] }],
    incidents: [strike('first', [{ key: 'seven', statement: 's', says: killed(7) }]), strike('second', [])],
    episodes: [
      {
        key: 'both',
        title: { ar: null, en: null },
        incidents: ['first', 'second'],
        claims: [{ key: 'twelve', statement: 's', quote: '12 in both strikes', says: killed(12) }],
      },
    ],
  }
}

async function recordStrikes(): Promise<[string, string]> {
  const [first, second] = await recordLog(keeper, logDraft.parse(strikes()))
  return [first?.code ?? '', second?.code ?? '']
}

const readParsed = async (code: string): Promise<LogDraft> =>
  logDraft.parse(await readIncidentLog(keeper, code))

function onlyEpisode(log: LogDraft): LogDraft['episodes'][number] {
  const [episode] = log.episodes
  if (!episode) throw new Error('the log has no episode')
  return episode
}

async function problemsOf(work: Promise<unknown>): Promise<Refusal['problems']> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Refusal)) throw new Error(`expected a refusal, got ${String(error)}`)
  return error.problems
}

test('"12 in both strikes": episode 12, strike one 7, strike two empty and not 5', async () => {
  const [first, second] = await recordStrikes()
  const one = await readIncident(keeper, first)
  const two = await readIncident(keeper, second)
  expect(one.killed.best).toBe(7)
  expect(two.killed).toMatchObject({ low: null, best: null, state: 'none' })
  expect(two.episodes).toMatchObject([
    { incidents: [{ code: first }, { code: second }], figures: [{ best: 12, remainder: { best: 5 } }] },
  ])
})

test('an edit brings the episode along, names the others by code, and keeps it as it was', async () => {
  const [first, second] = await recordStrikes()
  const log = await readParsed(first)
  const episode = onlyEpisode(log)
  expect(episode).toMatchObject({
    incidents: ['incident', second],
    claims: [{ quote: '12 in both strikes' }],
  })
  expect(log.statements.map(({ key }) => key)).toContain(episode.claims[0]?.statement)
  await recordLog(keeper, log)
  expect(onlyEpisode(await readParsed(first))).toEqual(episode)
  expect((await readIncident(keeper, second)).version).toBe(1)
})

test('a changed episode is a new version of each of its incidents, so that nobody overwrites it unseen', async () => {
  const [first, second] = await recordStrikes()
  const slower = await readParsed(second)
  const log = await readParsed(first)
  const [claim] = onlyEpisode(log).claims
  if (claim?.says.subject !== 'casualties') throw new Error('the claim is not there')
  claim.says.point = 15
  await recordLog(keeper, log)
  const two = await readIncident(keeper, second)
  expect(two).toMatchObject({ version: 2, versions: [{ version: 2, action: 'change', by: 'keeper' }, {}] })
  expect(two.episodes[0]?.figures[0]).toMatchObject({ best: 15, remainder: { best: 8 } })
  await expect(recordLog(keeper, slower)).rejects.toMatchObject({
    kind: 'stale',
    detail: { document: { episodes: [{ claims: [{ says: { point: 15 } }] }] } },
  })
})

test('an incident already there joins by its code, and leaves again', async () => {
  const [, second] = await recordStrikes()
  const [third] = await recordLog(keeper, logDraft.parse({ ...strikes(), episodes: [] }))
  const log = await readParsed(second)
  onlyEpisode(log).incidents.push(third?.code ?? '')
  await recordLog(keeper, log)
  const joined = await readIncident(keeper, third?.code ?? '')
  expect(joined.episodes[0]?.incidents).toHaveLength(3)
  expect(joined.version).toBe(2)

  const again = await readParsed(second)
  onlyEpisode(again).incidents.pop()
  await recordLog(keeper, again)
  expect((await readIncident(keeper, third?.code ?? '')).episodes).toEqual([])
})

test('the same incidents told of again are the same episode: "12 in both" of two reports is 12 and not 17', async () => {
  const [first, second] = await recordStrikes()
  const later = strikes()
  const [third] = later.incidents
  const [both] = later.episodes ?? []
  if (!third || !both) throw new Error('no incident')
  const claims = [{ key: 'c1', statement: 's', quote: 'a dozen in all', says: killed(12) }]
  later.incidents = [{ ...third, claims: [] }]
  later.episodes = [{ ...both, incidents: [second, first], claims }]
  await recordLog(keeper, logDraft.parse(later))
  const one = await readIncident(keeper, first)
  expect(one.episodes).toMatchObject([{ figures: [{ best: 12, remainder: { best: 5 } }] }])
  expect(one.episodes[0]?.claims.map(({ quote }) => quote)).toEqual(['12 in both strikes', 'a dozen in all'])
  expect(one).toMatchObject({ version: 2, versions: [{ action: 'change' }, {}] })

  const log = await readParsed(first)
  const episode = onlyEpisode(log)
  log.episodes = [{ ...episode, key: 'anew', claims: [{ ...episode.claims[0], key: 'c9' } as never] }]
  await recordLog(keeper, log)
  expect((await readIncident(keeper, second)).episodes).toMatchObject([
    { claims: [{}], figures: [{ best: 12 }] },
  ])
})

test('an episode taken out of the log is gone, from each of its incidents', async () => {
  const [first, second] = await recordStrikes()
  const log = await readParsed(first)
  await recordLog(keeper, { ...log, episodes: [] })
  expect((await readIncident(keeper, second)).episodes).toEqual([])
  const claims = await prisma.claim.findMany({
    where: { quote: '12 in both strikes', episode: { incidents: { some: { incident: { code: second } } } } },
  })
  expect(claims).toEqual([])
})

test('an episode that a log never read stays: drafts typed before logs had episodes know none', async () => {
  const [first, second] = await recordStrikes()
  const { episodes, episodesRead, ...typedBefore } = await readParsed(first)
  await recordLog(keeper, logDraft.parse({ ...typedBefore, episodes: [] }))
  expect((await readIncident(keeper, second)).episodes).toMatchObject([{ figures: [{ best: 12 }] }])
})

test('a deleted incident stays of its episode while the other is edited, and comes back with it', async () => {
  const [first, second] = await recordStrikes()
  await deleteIncident(keeper, second, 1)
  const log = await readParsed(first)
  onlyEpisode(log).title.en = 'The strikes of July'
  await recordLog(keeper, log)
  await restoreIncident(keeper, second)
  expect((await readIncident(keeper, second)).episodes).toMatchObject([
    { title: { en: 'The strikes of July' }, figures: [{ best: 12 }] },
  ])
})

test('a code that nobody has is refused by its place in the episode, and nothing is written', async () => {
  const before = [await prisma.incident.count(), await prisma.episode.count(), await prisma.claim.count()]
  const log = logDraft.parse(strikes())
  onlyEpisode(log).incidents = ['first', 'LY-2017-0000']
  expect(await problemsOf(recordLog(keeper, log))).toEqual([
    { path: ['episodes', 0, 'incidents', 1], code: 'incident-unknown', params: { code: 'LY-2017-0000' } },
  ])
  expect([await prisma.incident.count(), await prisma.episode.count(), await prisma.claim.count()]).toEqual(
    before,
  )
})

test.each<[string, (log: LogInput) => void, { path: (string | number)[]; message: string }]>([
  [
    'a key of nothing',
    (log) => log.episodes?.[0]?.incidents.push('nobody'),
    { path: ['episodes', 0, 'incidents', 2], message: 'key-unknown' },
  ],
  [
    'one incident twice',
    (log) => Object.assign(log.episodes?.[0] ?? {}, { incidents: ['first', 'first'] }),
    { path: ['episodes', 0, 'incidents'], message: 'episode-one-incident' },
  ],
  [
    'one incident',
    (log) => Object.assign(log.episodes?.[0] ?? {}, { incidents: ['first'] }),
    { path: ['episodes', 0, 'incidents'], message: 'episode-one-incident' },
  ],
  [
    'a party of one incident',
    (log) => Object.assign(log.episodes?.[0]?.claims[0]?.says ?? {}, { party: 'army' }),
    { path: ['episodes', 0, 'claims', 0, 'says', 'party'], message: 'key-unknown' },
  ],
  [
    'a claim that supersedes itself',
    (log) => Object.assign(log.episodes?.[0]?.claims[0] ?? {}, { supersededBy: 'twelve' }),
    { path: ['episodes', 0, 'claims', 0, 'supersededBy'], message: 'claim-of-itself' },
  ],
  [
    'two episodes of one key',
    (log) => log.episodes?.push(...(strikes().episodes ?? [])),
    { path: ['episodes', 1, 'key'], message: 'key-twice' },
  ],
])('the door refuses an episode with %s', (_, spoil, problem) => {
  const log = strikes()
  spoil(log)
  const parsed = logDraft.safeParse(log)
  expect(parsed.error?.issues).toMatchObject([problem])
})
