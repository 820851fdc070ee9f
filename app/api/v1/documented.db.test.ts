import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keeper } from '@/lib/access/viewer'
import { signedInMember, tokenOf } from '@/lib/db/members.test-kit'
import { freshDatabase } from '@/lib/db/test-database'
import { dernaLog, seedRegistry } from '@/lib/operations/log-draft.test-kit'
import { recordLog } from '@/lib/operations/record-log'
import { serveApi } from './serve-api.test-kit'

const { prisma } = await freshDatabase()
const run = promisify(execFile)

/** The examples of docs/api.md in their order: each a command, and in its first line the status that it promises. */
const examples = [
  ...readFileSync(join(import.meta.dirname, '../../../docs/api.md'), 'utf8').matchAll(
    /^```sh\n# (\d{3})\n([\s\S]*?)^```$/gm,
  ),
].map(([, status, command]) => [Number(status), command ?? ''] as const)

let api: Awaited<ReturnType<typeof serveApi>>
let variables: Record<string, string>
beforeAll(async () => {
  const registry = await seedRegistry(prisma)
  const [incident] = await recordLog(keeper, dernaLog(registry))
  const { id } = await signedInMember(prisma, 'analyst')
  const token = (await tokenOf(prisma, id, ['read', 'record'])).replace('Bearer ', '')
  api = await serveApi()
  variables = { WAQAI: api.url, TOKEN: token, CODE: incident?.code ?? '', PLACE: String(registry.derna.id) }
})
afterAll(() => api.close())

it('has an example of every kind of write and of what refuses it', () => {
  expect(examples.map(([status]) => status)).toEqual([200, 401, 201, 200, 200, 412, 204, 204, 200, 201, 422])
})

it.each(examples)('keeps its promise of %i: %s', async (status, command) => {
  const env = { ...process.env, ...variables }
  const { stdout } = await run('bash', ['-euc', command], { env })
  // curl may be told to wait for a "100 Continue" first.
  const answers = [...stdout.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, told]) => Number(told))
  expect(answers.at(-1), stdout).toBe(status)
})
