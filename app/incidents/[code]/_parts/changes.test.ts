import { describe, expect, it } from 'vitest'
import { changesBetween } from './changes'
import { claim, incident } from './test-incident.test-kit'

const four = { subject: 'casualties', outcome: 'killed', operator: 'exactly', point: 4 }

describe('what a version changed', () => {
  it('is nothing between equal ones, whatever the order of their properties', () => {
    const when = { ...incident().when }
    const turned = Object.fromEntries(Object.entries(when).reverse()) as unknown as typeof when
    expect(changesBetween(incident(), incident({ when: turned, version: 2 }))).toEqual([])
  })

  it('is told field by field', () => {
    const after = incident({ title: { ar: 'هجوم جنوب درنة', en: 'Attack' }, status: 'verified' })
    expect(changesBetween(incident(), after)).toEqual([
      { field: 'title-en', key: null },
      { field: 'status', key: null },
    ])
  })

  it('names the claims that came, went or say something else', () => {
    const before = incident({ claims: [claim('c1', four), claim('c2', four)] })
    const after = incident({ claims: [claim('c2', { ...four, point: 5 }), claim('c3', four)] })
    expect(changesBetween(before, after)).toEqual([
      { field: 'claim', key: 'c1', how: 'removed' },
      { field: 'claim', key: 'c2', how: 'changed' },
      { field: 'claim', key: 'c3', how: 'added' },
    ])
  })

  it('leaves out who decided and when: the version itself tells that', () => {
    const set = {
      key: 'x1',
      question: null,
      alternatives: [],
      decided: null,
      decidedBy: null,
      decidedAt: null,
      decidedWhy: null,
      leftDisputed: null,
      openedBy: 'owner',
      openedAt: '2026-01-01T00:00:00Z',
    }
    const before = incident({ conflictSets: [set] })
    const after = incident({ conflictSets: [{ ...set, decided: 'a1', decidedBy: 'owner' }] })
    expect(changesBetween(before, after)).toEqual([{ field: 'conflict', key: 'x1', how: 'changed' }])
    expect(changesBetween(before, incident({ conflictSets: [{ ...set, openedBy: 'x' }] }))).toEqual([])
  })
})
