import { expect, it } from 'vitest'
import { randomWorld } from '../random-world.test-kit'
import { factsOfWorld } from './facts.test-kit'
import { decodeFacts, encodeFacts } from './wire'

const facts = factsOfWorld(randomWorld(2026, 300))

it('brings back every column and word', () => {
  expect(facts.id.length).toBeGreaterThan(100)
  expect(decodeFacts(encodeFacts(facts))).toEqual(facts)
})

it('brings back an empty record', () => {
  const none = factsOfWorld({ ...randomWorld(1, 1), incidents: [], duplicates: [] })
  expect(decodeFacts(encodeFacts(none))).toEqual(none)
})

it('brings back the greatest and the least numbers', () => {
  const great = { ...facts, id: facts.id.map((id, row) => (row === 3 ? 0x7fff_ffff : id)) }
  great.killed = { ...great.killed, best: great.killed.best.map((n, row) => (row === 3 ? 0x7fff_fffe : n)) }
  expect(decodeFacts(encodeFacts(great))).toEqual(great)
})

it('refuses another version, other bytes, and a file cut off', () => {
  const file = encodeFacts(facts)
  const other = file.slice()
  other[7] = 99
  expect(() => decodeFacts(other)).toThrow('no facts of this version')
  expect(() => decodeFacts(new TextEncoder().encode('<!doctype html>'))).toThrow('no facts of this version')
  expect(() => decodeFacts(file.subarray(0, -1))).toThrow('the facts are cut off')
})
