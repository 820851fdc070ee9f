import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { operators } from './count'
import { figureStates } from './figure'
import { reasonCodes } from './reason-code'

const here = new URL('.', import.meta.url)
const document = readFileSync(new URL('../../docs/figures.md', here), 'utf8')
const tests = readdirSync(here)
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => readFileSync(new URL(name, here), 'utf8'))
  .join('\n')

const table = (header: string) => {
  const [, body = ''] = document.split(new RegExp(`^\\| ${header} +\\|.*\\n`, 'm'))
  const rows = body.split('\n\n')[0]?.split('\n').slice(1) ?? []
  return rows.map((row) => row.split('|').map((value) => value.trim()))
}
const cases = table('case').map(([, name = '', result = '']) => ({ name, result }))

test('the table of cases is there', () => expect(cases.length).toBeGreaterThan(10))

test.each(cases)('$name: $result is the name of a test', ({ name, result }) => {
  expect(tests).toContain(`test('${name}: ${result}'`)
})

test.each(reasonCodes)('the remark %s is explained', (code) => {
  expect(document).toContain(`\`${code}\``)
})

test('every state is explained', () => {
  expect(new Set(table('state').map(([, state]) => state))).toEqual(new Set(figureStates))
})

test('every operator is in the table of intervals', () => {
  const told = table('operator').map(([, operator = '']) => operator.replace(/^a /, ''))
  for (const operator of operators) {
    expect(told.some((name) => name.startsWith(operator.replace('-', ' ')))).toBe(true)
  }
})
