import { expect, test } from 'vitest'
import { atLeast, claim, exactly } from './claims.test-kit'
import type { Count } from './count'
import { deriveEquipment, type EquipmentCell, type EquipmentClaim } from './equipment'
import type { ConflictSet } from './figure'

const aircraft: EquipmentCell = { category: 'warplane', outcome: 'shot-down', owner: 'dignity', site: null }

function loss(
  key: string,
  count: Count,
  said: Partial<EquipmentCell> = {},
  rest: Partial<EquipmentClaim> = {},
) {
  const { cell: _, movedFrom: __, ...counted } = claim(key, count)
  return { ...counted, model: null, ...rest, cell: { ...aircraft, ...said } }
}

test('Derna B, its aircraft: one aircraft, agreed by both, its model a detail', () => {
  const figures = deriveEquipment([
    loss('mansouri', exactly(1)),
    loss('hassi', exactly(1), {}, { model: 'MiG-21' }),
  ])
  expect(figures).toHaveLength(2)
  for (const figure of figures) {
    expect(figure).toMatchObject({ low: 1, best: 1, high: 1, state: 'agreed', models: ['MiG-21'] })
  }
})

test('a conflict set about the crew leaves the aircraft agreed', () => {
  const set: ConflictSet = {
    key: 'crew',
    alternatives: [
      { key: 'killed', claims: ['pilot killed'] },
      { key: 'captured', claims: ['crew captured'] },
    ],
    decided: null,
  }
  const figures = deriveEquipment([loss('mansouri', exactly(1)), loss('hassi', exactly(1))], [set])
  expect(figures.map(({ state }) => state)).toEqual(['agreed', 'agreed'])
})

test('Derna A: four vehicles captured, three tanks disabled, told twice and counted once', () => {
  const page = { speaker: 'mansouri', statement: 'page' }
  const figures = deriveEquipment([
    loss('vehicles', exactly(4), { category: 'armed-vehicle', outcome: 'captured' }, page),
    loss('vehicles again', exactly(4), { category: 'armed-vehicle', outcome: 'captured' }, page),
    loss('tanks', exactly(3), { category: 'tank', outcome: 'disabled' }, page),
  ])
  const owned = figures.filter(({ cell }) => cell.owner === 'dignity')
  expect(owned.map(({ cell, best }) => [cell.category, cell.outcome, best])).toEqual([
    ['armed-vehicle', 'captured', 4],
    ['tank', 'disabled', 3],
  ])
})

test('losses of two owners add up; kinds of loss and of equipment never do', () => {
  const figures = deriveEquipment([
    loss('a', exactly(2), { category: 'tank', outcome: 'destroyed', owner: 'a' }),
    loss('b', atLeast(1), { category: 'tank', outcome: 'destroyed', owner: 'b' }),
    loss('c', exactly(7), { category: 'drone', outcome: 'destroyed', owner: 'b' }),
  ])
  const wholes = figures.filter(({ cell }) => cell.owner === null)
  expect(wholes.map(({ cell, best, open }) => [cell.category, best, open])).toEqual([
    ['drone', 7, false],
    ['tank', 3, true],
  ])
})
