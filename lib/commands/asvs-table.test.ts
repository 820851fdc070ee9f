import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { requirements } from './asvs-requirements.test-kit'

const root = fileURLToPath(new URL('../..', import.meta.url))
const PAGE = 'docs/security/asvs.md'
const page = readFileSync(join(root, PAGE), 'utf8')

/** What a row may say, and what it must then bring. */
const states = ['shown', 'partly', 'documented', 'keeper', 'not shown', 'not met', 'not applicable'] as const

interface Row {
  readonly number: string
  readonly level: number
  readonly state: string
  readonly shownBy: string
}

const rows: Row[] = page.split('\n').flatMap((line) => {
  const [, number = '', level = '', , state = '', shownBy = ''] = line
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
  return /^\d+\.\d+\.\d+$/.test(number) ? [{ number, level: Number(level), state, shownBy }] : []
})

/** `lib/x.test.ts` “what it says” */
const testsOf = ({ shownBy }: Row) =>
  [...shownBy.matchAll(/`([^`]+)` “([^”]+)”/g)].map(([, path = '', title = '']) => ({ path, title }))

const linksOf = ({ shownBy }: Row) =>
  [...shownBy.matchAll(/\]\(([^)#]*)#([^)]+)\)/g)].map(([, path = '', heading = '']) => ({
    path: relative(root, join(root, dirname(PAGE), path || 'asvs.md')),
    heading,
  }))

const read = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '')

/** The title as a string of the test file, templates as they stand in the source. */
const hasTitle = (source: string, title: string) =>
  ["'", '"', '`'].some((q) => source.includes(q + title + q))

/** What a reader of Markdown makes of a heading for its address. */
const addressOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

const headingsOf = (path: string) =>
  [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => addressOf(text))

describe('the table of ASVS 5.0.0', () => {
  it('has each requirement of levels 1 and 2 once, with its level', () => {
    const listed = rows.map(({ number }) => number)
    expect(listed.filter((number, at) => listed.indexOf(number) !== at)).toEqual([])
    expect(Object.fromEntries(rows.map(({ number, level }) => [number, level]))).toEqual(requirements)
  })

  it('says one of the known things of each', () => {
    expect(rows.filter(({ state }) => !states.some((one) => one === state))).toEqual([])
  })

  it('names a test wherever it says that one shows the requirement met', () => {
    const needing = rows.filter(({ state }) => state === 'shown' || state === 'partly')
    expect(needing.filter((row) => testsOf(row).length === 0).map(({ number }) => number)).toEqual([])
  })

  it('leads to the documentation wherever it says that there is some', () => {
    const needing = rows.filter(({ state }) => state === 'documented' || state === 'keeper')
    expect(needing.filter((row) => linksOf(row).length === 0).map(({ number }) => number)).toEqual([])
  })

  it('gives a reason for whatever is not shown', () => {
    const needing = rows.filter(({ state }) => state !== 'shown' && state !== 'documented')
    const reason = ({ shownBy }: Row) => shownBy.replace(/`[^`]+` “[^”]+”|<br>/g, '').trim()
    expect(needing.filter((row) => reason(row) === '').map(({ number }) => number)).toEqual([])
  })

  it('names tests that there are', () => {
    const missing = rows.flatMap((row) =>
      testsOf(row)
        .filter(({ path, title }) => !/\.(test|spec)\.ts$/.test(path) || !hasTitle(read(path), title))
        .map(({ path, title }) => `${row.number}: ${path} “${title}”`),
    )
    expect(missing).toEqual([])
  })

  it('leads to headings that there are', () => {
    const missing = rows.flatMap((row) =>
      linksOf(row)
        .filter(({ path, heading }) => !headingsOf(path).includes(heading))
        .map(({ path, heading }) => `${row.number}: ${path}#${heading}`),
    )
    expect(missing).toEqual([])
  })

  it('counts at its head what stands in it', () => {
    const counts = [...page.matchAll(/^\| (\w[\w ]*\w) +\| +(\d+) +\| +(\d+) +\|/gm)].map(
      ([, state = '', one, two]) => [state, [Number(one), Number(two)]] as const,
    )
    const count = (state: string, level: number) =>
      rows.filter((row) => row.state === state && row.level === level).length
    expect(Object.fromEntries(counts)).toEqual(
      Object.fromEntries(states.map((state) => [state, [count(state, 1), count(state, 2)]])),
    )
  })
})
