import { expect, it } from 'vitest'
import { mentionedIn } from './mentions'

const people = [
  { id: '1', name: 'Sana' },
  { id: '2', name: 'Sana Haddad' },
  { id: '3', name: 'رامي خوري' },
  { id: '4', name: 'rami' },
]
const named = (text: string) => mentionedIn(text, people).map(({ id }) => id)

it.each([
  ['@Sana look', ['1']],
  ['@sana haddad, look', ['2']],
  ['(@Sana) and @Rami!', ['1', '4']],
  ['يا @رامي خوري، انظر', ['3']],
  ['@رامي خوريه', []],
  ['@Sanaa', []],
  ['Sana without a sign', []],
  ['@rami @rami', ['4']],
  ['@', []],
])('%s', (text, ids) => expect(named(text)).toEqual(ids))

it('tells two of one name apart by speaking to both', () => {
  const twins = [
    { id: 'a', name: 'Amal' },
    { id: 'b', name: 'Amal' },
  ]
  expect(mentionedIn('@amal?', twins)).toEqual(twins)
})
