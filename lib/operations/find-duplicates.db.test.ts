import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '@/lib/db/test-database'
import { findDuplicates, refuseDuplicates } from './find-duplicates'
import { dernaLog, type Registry, seedRegistry } from './log-draft.test-kit'
import { recordLog } from './record-log'
import { person } from './withheld.test-kit'

const { prisma } = await freshDatabase()
const contributor = person('amal', 'contributor')
const onlyRecords = { ...contributor, scopes: ['record'] as const }
let registry: Registry

beforeAll(async () => {
  registry = await seedRegistry(prisma)
})

const like = () => ({
  ...{ key: 'k', code: null, placeId: registry.derna.id, actors: [registry.karama.id] },
  ...{ start: '2017-07-30', end: '2017-07-30' },
})

test('who logged an incident is shown it as a double; a token that may not read is refused, and records all the same', async () => {
  const [recorded] = await recordLog(contributor, dernaLog(registry))
  expect(await findDuplicates(contributor, [like()])).toMatchObject([{ matches: [{ code: recorded?.code }] }])
  await expect(findDuplicates(onlyRecords, [like()])).rejects.toMatchObject({
    kind: 'forbidden',
    problems: [{ code: 'scope-missing', params: { scope: 'read' } }],
  })
  await refuseDuplicates(onlyRecords, dernaLog(registry))
  await expect(refuseDuplicates(contributor, dernaLog(registry))).rejects.toMatchObject({ kind: 'duplicate' })
})
