import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { projectRoot } from '@/lib/db/prisma-cli'
import { env, environmentWith } from '@/lib/env'

/** What the production build is made from. */
const SOURCES = ['app', 'lib', 'public', 'prisma/schema.prisma', 'package-lock.json', 'tsconfig.json']
const SETTINGS = ['next.config.js', 'postcss.config.mjs']
const STAMP = 'waqai-sources.sha256'

interface BuildOptions {
  /** Called before a build, as it takes a while. */
  readonly announce: () => void
  /** Ends a build that is going on. */
  readonly signal?: AbortSignal
}

/** Builds the app unless the build there was made from the same sources. Gives whether it built. */
export async function buildIfNeeded({ announce, signal }: BuildOptions): Promise<boolean> {
  if (isBuildCurrent()) return false
  const sources = hashSources()
  announce()
  rmSync(stampFile(), { force: true }) // a build cut short must not look whole
  await nextBuild(signal)
  writeFileSync(stampFile(), sources)
  return true
}

/** Whether there is a build, made from the sources as they are. */
export function isBuildCurrent(): boolean {
  return existsSync(stampFile()) && readFileSync(stampFile(), 'utf8') === hashSources()
}

const stampFile = () => join(projectRoot, env('WAQAI_DIST_DIR'), STAMP)

function hashSources(): string {
  const hash = createHash('sha256')
  for (const path of [...SOURCES, ...SETTINGS].flatMap(filesUnder)) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(projectRoot, path)))
  }
  return hash.digest('hex')
}

function filesUnder(path: string): string[] {
  const full = join(projectRoot, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full)
    .sort()
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .flatMap((name) => filesUnder(join(path, name)))
}

function nextBuild(signal: AbortSignal | undefined): Promise<void> {
  const child = spawn(process.execPath, [join('node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
    cwd: projectRoot,
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environmentWith({ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }),
  })
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => console.log(`      ${line}`))
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error('The build failed: see above.'))
    })
  })
}
