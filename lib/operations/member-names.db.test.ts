import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '@/lib/db/test-database'
import { addComment } from './comments/add-comment'
import { deleteIncident } from './edit-incident'
import { dernaLog, type Registry, seedRegistry } from './log-draft.test-kit'
import { memberNames } from './member-names'
import { recordLog } from './record-log'
import { person } from './withheld.test-kit'

const { prisma } = await freshDatabase()
const amal = person('Amal', 'contributor')
const bahi = person('Bahi', 'contributor')
const nadia = person('Nadia', 'analyst')
const rami = person('Rami', 'reviewer')
const rita = person('Rita', 'reader')
let registry: Registry

beforeAll(async () => {
  registry = await seedRegistry(prisma)
  await prisma.user.createMany({
    data: [amal, bahi, nadia, rami, rita].map(({ id, name, role }) => ({
      ...{ id, name, role, email: `${id}@example.org` },
    })),
  })
})

const namesFor = async (viewer: typeof amal) => (await memberNames(viewer)).map(({ name }) => name)

test('the team may open a record to whoever has an account, a reader to nobody', async () => {
  expect(await namesFor(nadia)).toEqual(['Amal', 'Bahi', 'Nadia', 'Rami', 'Rita'])
  await expect(memberNames(rita)).rejects.toMatchObject({ kind: 'forbidden' })
})

test('a contributor learns the names of those alone who had a hand in their incidents', async () => {
  expect(await namesFor(amal)).toEqual([])
  await recordLog(bahi, dernaLog(registry))
  const [recorded] = await recordLog(amal, dernaLog(registry))
  const code = recorded?.code ?? ''
  expect(await namesFor(amal)).toEqual(['Amal'])
  await addComment(rami, code, { body: 'Which quarry?', claim: null })
  expect(await namesFor(amal)).toEqual(['Amal', 'Rami'])
  expect(await namesFor(bahi)).toEqual(['Bahi'])
  await deleteIncident(amal, code, 1)
  expect(await namesFor(amal)).toEqual([])
})
