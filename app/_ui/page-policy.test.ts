import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

// What a page's policy stops shows in a browser only, and some of it now and then only. So it is kept out of the source.
const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => ({ path: `app/${name}`, source: readFileSync(`app/${name}`, 'utf8') }))
const filesWith = (pattern: RegExp) => files.filter(({ source }) => pattern.test(source))

describe('what the policy of pages forbids', () => {
  it('is read from where it stands', () => expect(files.length).toBeGreaterThan(100))

  it('has no style that the server writes beside an element', () => {
    // The charts are drawn in the browser alone (lazy-charts.tsx), and the list is placed once its script runs.
    const drawnThere = /^app\/timeline\/_charts\//
    const written = filesWith(/\sstyle=(?!\{alive \?)/).map(({ path }) => path)
    expect(written.filter((path) => !drawnThere.test(path))).toEqual([])
  })

  it('has no <svg> of the server, which may come in pieces with such a style', () => {
    expect(
      filesWith(/<svg\b/).flatMap(({ path, source }) => (/^'use client'/.test(source) ? [] : path)),
    ).toEqual([])
  })

  it('has no markup from text but our two scripts', () => {
    expect(
      filesWith(/dangerouslySetInnerHTML/)
        .map(({ path }) => path)
        .sort(),
    ).toEqual(['app/_ui/no-eval.tsx', 'app/_ui/system-theme.tsx'])
  })
})
