import { expect, it } from 'vitest'
import { stackLabels } from './stack-labels'

const room = { width: 500, label: 100, lines: 2 }

it('puts labels beside one another, below where there is no room, and leaves out what finds none', () => {
  const labels = [300, 0, 10, 20, 120].map((along, id) => ({ id, along }))
  expect(stackLabels(labels, room)).toEqual([
    { id: 1, along: 0, line: 0 },
    { id: 2, along: 10, line: 1 },
    { id: 4, along: 120, line: 0 },
    { id: 0, along: 300, line: 0 },
  ])
})

it('keeps a label within the drawing', () => {
  expect(
    stackLabels(
      [
        { id: 7, along: 490 },
        { id: 8, along: -30 },
      ],
      room,
    ).map(({ along }) => along),
  ).toEqual([0, 400])
})
