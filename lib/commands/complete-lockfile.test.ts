import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { missingOptional } from './complete-lockfile.mjs'

const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8'))

describe('package-lock.json', () => {
  it('has an entry for every optional package, without which npm ci refuses it (npm run complete-lockfile)', () => {
    expect(missingOptional(lockfile.packages)).toEqual({})
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
