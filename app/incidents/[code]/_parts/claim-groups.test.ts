import { describe, expect, it } from 'vitest'
import { groupClaims } from './claim-groups'
import { claim } from './test-incident.test-kit'

const killed = (key: string, count: object, more: object = {}) =>
  claim(key, { subject: 'casualties', outcome: 'killed', party: 'p2', ...count }, more)
const four = { operator: 'exactly', point: 4 }
const five = { operator: 'exactly', point: 5 }

describe('claims side by side', () => {
  it('stand together when they speak of one thing, people before equipment before the rest', () => {
    const groups = groupClaims([
      claim('c1', { subject: 'motive', text: 'an answer' }),
      claim('c2', {
        subject: 'equipment',
        category: 'tank',
        outcome: 'disabled',
        operator: 'exactly',
        point: 3,
      }),
      killed('c3', four),
      killed('c4', five, { statement: 't2' }),
      claim('c5', { subject: 'casualties', outcome: 'wounded', party: 'p2', operator: 'at-least', min: 5 }),
    ])
    expect(groups.map((group) => group.claims.map(({ key }) => key))).toEqual([
      ['c3', 'c4'],
      ['c5'],
      ['c2'],
      ['c1'],
    ])
  })

  it.each([
    ['two numbers', [killed('c1', four), killed('c2', five)], true],
    ['one number twice', [killed('c1', four), killed('c2', four)], false],
    ['one of them rejected', [killed('c1', four), killed('c2', five, { rejected: true })], false],
    ['one of them superseded', [killed('c1', four, { supersededBy: 'c2' }), killed('c2', five)], false],
    [
      'two motives, which are words',
      [claim('c1', { subject: 'motive', text: 'a' }), claim('c2', { subject: 'motive', text: 'b' })],
      false,
    ],
    [
      'two kinds',
      [
        claim('c1', { subject: 'kind', kind: 'air-strike' }),
        claim('c2', { subject: 'kind', kind: 'shelling' }),
      ],
      true,
    ],
  ])('differ or not: %s', (_, claims, differ) => {
    expect(groupClaims(claims).map((group) => group.differ)).toEqual([differ])
  })
})
