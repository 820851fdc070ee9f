import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { installationSecret } from './installation-secret'

const folders: string[] = []
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'waqai-secret-'))
  folders.push(folder)
  return folder
}

afterEach(() => {
  vi.unstubAllEnvs()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

it('the secret is drawn once for an installation, and is its own', async () => {
  vi.stubEnv('WAQAI_SECRET', '')
  const folder = newFolder()
  const secret = await installationSecret(folder)
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  expect(await installationSecret(folder)).toBe(secret)
  expect(await installationSecret(newFolder())).not.toBe(secret)
})

it('the secret is for its owner alone to read', async () => {
  vi.stubEnv('WAQAI_SECRET', '')
  const folder = newFolder()
  const secret = await installationSecret(folder)
  expect(readFileSync(join(folder, 'secret'), 'utf8').trim()).toBe(secret)
  expect(statSync(join(folder, 'secret')).mode & 0o077).toBe(0)
})

it('the secret is the one given, where several instances share one', async () => {
  vi.stubEnv('WAQAI_SECRET', 'x'.repeat(40))
  expect(await installationSecret(newFolder())).toBe('x'.repeat(40))
})
