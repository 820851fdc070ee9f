import { expect, test } from 'vitest'
import { statementDraft } from '@/lib/report/draft'
import { deriveFigures } from './derive-figures'
import { claimDraft } from './draft'
import { deriveEquipment } from './equipment'
import { figureInput } from './from-draft'
import { proposeSuperseded } from './propose-superseded'

const report = (key: string, outlet: string) => ({ key, outlet })
const voice = (key: string, report: string, saidOn: string | null = null) =>
  statementDraft.parse({ key, channel: 'outlet', citedBy: [report], saidOn })
const dead = (key: string, statement: string, report: string, point: number) =>
  claimDraft.parse({
    key,
    statement,
    report,
    quote: null,
    says: { subject: 'casualties', outcome: 'killed', operator: 'exactly', point },
  })

const first = dead('c1', 's1', 'r1', 5)
const second = dead('c2', 's2', 'r2', 5)
const input = (one: string, other: string, days: [string, string] | [] = []) =>
  figureInput(
    { claims: [first, second], conflictSets: [] },
    [voice('s1', 'r1', days[0]), voice('s2', 'r2', days[1])],
    [report('r1', one), report('r2', other)],
  )
const stateOf = ({ claims }: ReturnType<typeof input>) => deriveFigures(claims)[0]?.state

test('an outlet that says the same in two reports is one source, however its name is spelt', () => {
  expect(stateOf(input('Al-Wasat', 'al wasat'))).toBe('single-source')
  expect(stateOf(input('الجزيرة', 'الجزيره'))).toBe('single-source')
})

test('two outlets are two sources, and so are two reports whose outlet nobody has typed yet', () => {
  expect(stateOf(input('Al-Wasat', 'Reuters'))).toBe('agreed')
  expect(stateOf(input('', ''))).toBe('agreed')
})

test('an outlet’s own later count is proposed in place of its earlier one', () => {
  const { claims } = input('Al-Wasat', 'Al-Wasat', ['2017-07-29', '2017-07-30'])
  expect(proposeSuperseded(claims)).toEqual([{ claim: 'c1', by: 'c2' }])
})

test('equipment has the same speakers', () => {
  const tank = (key: string, statement: string, report: string) =>
    claimDraft.parse({
      key,
      statement,
      report,
      quote: null,
      says: { subject: 'equipment', category: 'tank', outcome: 'destroyed', operator: 'exactly', point: 1 },
    })
  const { equipment } = figureInput(
    { claims: [tank('t1', 's1', 'r1'), tank('t2', 's2', 'r2')], conflictSets: [] },
    [voice('s1', 'r1'), voice('s2', 'r2')],
    [report('r1', 'Reuters'), report('r2', 'REUTERS')],
  )
  expect(deriveEquipment(equipment)[0]?.state).toBe('single-source')
})
