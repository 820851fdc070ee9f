// npm run complete-lockfile: writes into package-lock.json the optional packages of other systems (Biome for Windows,
// Next's compiler for macOS, …) that npm left out because the registry at hand did not have them on the day. Without their
// entries `npm ci` refuses the whole lockfile, on every system. They carry no checksum until npm finds them itself.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './child.mjs'

const EXACT = /^=?(\d+\.\d+\.\d+[^\s|<>]*)$/

/**
 * The entries that a lockfile's packages lack, by their place in it.
 *
 * @param {Record<string, { version?: string, dev?: boolean, optionalDependencies?: Record<string, string> }>} packages
 */
export function missingOptional(packages) {
  const missing = {}
  for (const [parent, { dev, optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, wanted] of Object.entries(optionalDependencies)) {
      const version = EXACT.exec(wanted)?.[1]
      if (!version || isThere(packages, parent, name)) continue
      missing[`node_modules/${name}`] = entry(name, version, dev)
    }
  }
  return missing
}

/** Looks where Node would: beside the parent, and in every folder above it. */
function isThere(packages, parent, name) {
  for (let at = parent; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (`${at ? `${at}/` : ''}node_modules/${name}` in packages) return true
    if (!at) return false
  }
}

function entry(name, version, dev) {
  const file = name.slice(name.lastIndexOf('/') + 1)
  const system = /-(android|darwin|freebsd|linux|openharmony|win32)-/.exec(file)?.[1]
  const processor = /-(arm64|arm|ia32|ppc64|riscv64|s390x|wasm32|x64)\b/.exec(file)?.[1]
  const library = { musl: 'musl', gnu: 'glibc' }[/-linux-\w+-(musl|gnu)$/.exec(file)?.[1] ?? '']
  return {
    version,
    resolved: `https://registry.npmjs.org/${name}/-/${file}-${version}.tgz`,
    ...(processor ? { cpu: [processor] } : {}),
    ...(dev ? { dev: true } : {}),
    ...(library ? { libc: [library] } : {}),
    optional: true,
    ...(system ? { os: [system] } : {}),
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = join(root, 'package-lock.json')
  const lockfile = JSON.parse(readFileSync(file, 'utf8'))
  const missing = missingOptional(lockfile.packages)
  const all = Object.entries({ ...lockfile.packages, ...missing }).sort(([a], [b]) => (a < b ? -1 : 1))
  writeFileSync(file, `${JSON.stringify({ ...lockfile, packages: Object.fromEntries(all) }, null, 2)}\n`)
  console.log(`${Object.keys(missing).length} entries written.`)
}
