import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const lockModule = join(import.meta.dirname, 'run-lock.mjs')

/** Takes the lock, says how that went, and lives until it is told to go; "start.mjs" is what the lock looks for. */
const script = `
  const { takeLock } = await import(${JSON.stringify(lockModule)})
  const { lock, holder } = takeLock(process.argv[2])
  console.log(lock ? 'mine' : 'held by ' + holder.pid)
  process.stdin.resume().once('end', () => { lock?.release(); process.exit() })`

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waqai-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function starter(): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, ['--input-type=module', '-e', script, 'start.mjs', folder])
}

async function said(child: ChildProcessWithoutNullStreams): Promise<string> {
  const [chunk] = await once(child.stdout, 'data')
  return String(chunk).trim()
}

async function leave(child: ChildProcessWithoutNullStreams): Promise<void> {
  child.stdin.end()
  await once(child, 'close')
}

test('of many that start at once beside the file of a dead process, one has the lock and the others say whose it is', async () => {
  writeFileSync(join(folder, 'running.json'), '{"pid":')
  const all = Array.from({ length: 6 }, starter)
  const answers = await Promise.all(all.map(said))
  const first = all[answers.indexOf('mine')]
  expect(answers.filter((answer) => answer === 'mine')).toHaveLength(1)
  expect(new Set(answers)).toEqual(new Set(['mine', `held by ${first?.pid}`]))
  await Promise.all(all.map(leave))
  expect(readdirSync(folder)).toEqual([])
})
