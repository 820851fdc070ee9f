import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { missingOptional } from './complete-lockfile.mjs'

interface Package {
  readonly integrity?: string
  readonly resolved?: string
  readonly optional?: boolean
  readonly os?: string[]
  readonly cpu?: string[]
}

const registry = 'https://registry.npmjs.org/'

const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8'))

describe('package-lock.json', () => {
  it('has an entry for every optional package, without which npm ci refuses it (npm run complete-lockfile)', () => {
    expect(missingOptional(lockfile.packages)).toEqual({})
  })

  it('has the hash of every package but those for other systems, and takes none from elsewhere than the registry', () => {
    const packages = Object.entries<Package>(lockfile.packages).filter(([path]) => path !== '')
    const unhashed = packages.filter(([, one]) => !/^sha512-/.test(one.integrity ?? ''))
    expect(
      unhashed.filter(([, { optional, os, cpu }]) => !optional || !(os ?? cpu)).map(([path]) => path),
    ).toEqual([])
    const elsewhere = packages.filter(([, { resolved }]) => !(resolved ?? registry).startsWith(registry))
    expect(elsewhere.map(([path]) => path)).toEqual([])
  })
})

describe('the entries that are written for missing packages', () => {
  const packages = {
    '': {},
    'node_modules/tool': {
      dev: true,
      optionalDependencies: {
        'tool-linux-x64-musl': '1.2.3',
        'tool-darwin-arm64': '^1.2.3',
        'tool-there': '1.2.3',
      },
    },
    'node_modules/tool/node_modules/tool-there': { version: '1.2.3' },
  }

  it('name the system that a package is for, and leave out what is there or has no exact version', () => {
    expect(missingOptional(packages)).toEqual({
      'node_modules/tool-linux-x64-musl': {
        version: '1.2.3',
        resolved: 'https://registry.npmjs.org/tool-linux-x64-musl/-/tool-linux-x64-musl-1.2.3.tgz',
        cpu: ['x64'],
        dev: true,
        libc: ['musl'],
        optional: true,
        os: ['linux'],
      },
    })
  })
})
