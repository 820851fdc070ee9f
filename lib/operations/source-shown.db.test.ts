import { beforeEach, expect, it } from 'vitest'
import { type Anonymous, keeper, type Viewer } from '@/lib/access/viewer'
import { freshDatabase } from '@/lib/db/test-database'
import { type LogInput, logDraft } from '@/lib/incident/log-draft'
import { readIncidentLog } from './edit-incident'
import { gedFile, gedRow } from './ged-file.test-kit'
import { importDataset } from './import-dataset'
import { readIncident, readIncidentVersion } from './read-incident'
import { recordLog } from './record-log'
import { person, readers, team } from './withheld.test-kit'

/* What a raw row says stands nowhere once something of the incident that it was is not for everybody. */

const { prisma } = await freshDatabase()
const CANARY = 'qanarya headline'
const demo: Anonymous = { kind: 'anonymous', name: '', sees: 'sample' }
const named = person('nadia', 'analyst')
const everybody: Viewer[] = [keeper, ...team, ...readers, demo]
let code = ''

beforeEach(async () => {
  await prisma.$executeRawUnsafe(
    'truncate dataset, import, incident, place, actor, report, statement, revision restart identity cascade',
  )
  const row = gedRow({ id: 1, source_headline: CANARY })
  await importDataset(keeper, gedFile('ged231.csv', [row]))
  await importDataset(keeper, gedFile('ged241.csv', [{ ...row, best: 9 }]))
  await prisma.incident.updateMany({ data: { sample: true } })
  code = (await prisma.incident.findFirstOrThrow()).code
})

/** Who is shown the row, of the incident as it stands and as any version had it. */
async function shownTo(viewers: Viewer[]): Promise<number[]> {
  return await Promise.all(
    viewers.map(async (viewer) => {
      const past = [1, 2, 3].map((n) => readIncidentVersion(viewer, code, n).catch(() => null))
      const answers = await Promise.all([readIncident(viewer, code), ...past])
      return answers.filter((answer) => JSON.stringify(answer).includes(CANARY)).length
    }),
  )
}

async function edit(change: (incident: LogInput['incidents'][number]) => void) {
  const log: LogInput = structuredClone(await readIncidentLog(keeper, code))
  const [incident] = log.incidents
  if (incident) change(Object.assign(incident, { title: { en: 'A clash' } }))
  await recordLog(keeper, logDraft.parse(log))
}

it('is shown while all is for everybody, of each version to whoever reads those', async () => {
  expect(await shownTo(everybody)).toEqual([3, 3, 3, 1, 1, 1, 2])
})

it('is in no answer once the place is protected', async () => {
  await edit((incident) => Object.assign(incident.where, { protection: 'protected' }))
  expect(await prisma.incident.findFirst()).toMatchObject({ placeProtected: true })
  expect(await shownTo(everybody)).toEqual([0, 0, 0, 0, 0, 0, 0])
  const { dataset } = await readIncident(readers[0] as Viewer, code)
  expect(dataset).toMatchObject({ slug: 'ucdp-ged', row: null })
})

it.each([
  ['for the team', { visibility: 'team' }, [3, 3, 3, 0, 0, 0, 2], 3],
  ['until a day', { visibility: 'everyone', embargo: '2999-01-01' }, [3, 3, 3, 0, 0, 0, 2], 3],
  ['for one person', { visibility: 'named', named: ['nadia'] }, [3, 0, 0, 0, 0, 0, 0], 3],
])('is in no answer to whom a claim is withheld that is %s', async (_what, audience, shown, toNamed) => {
  await edit((incident) => Object.assign(incident.claims?.[0] ?? {}, audience))
  expect(await shownTo(everybody)).toEqual(shown)
  expect(await shownTo([named])).toEqual([toNamed])
})
