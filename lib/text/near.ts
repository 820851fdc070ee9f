import { fold, foldedWords } from './fold'

/** Letters a word must have for one of them to be forgiven. */
const forgivenFrom = 4
const longestForgiven = 20

/** The Arabic article is optional in names: الرقة, رقة. */
function bare(word: string): string {
  return word.length > 4 && word.startsWith('ال') ? word.slice(2) : word
}

const isForgiven = (word: string) => [...word].length >= forgivenFrom && [...word].length <= longestForgiven

const latinArticles = new Set(['al', 'el', 'ar', 'as', 'ash', 'at', 'ath', 'ad', 'adh', 'az', 'an', 'the'])

/** Ar Raqqah, Raqqah: written apart, the article is a word that may be missing. */
function withoutArticles(words: string[]): string[] {
  const kept = words.filter((word) => !latinArticles.has(word))
  return kept.length === 0 ? words : kept
}

/** The letters of a script as `fold` leaves them; one of them may be what was meant. */
const alphabets = [
  'abcdefghijklmnopqrstuvwxyz',
  'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
  'абвгдежзиклмнопрстуфхцчшщъыьэюяієґјљњћђџѕ',
]

/**
 * The words that a name may hold where `word` (folded) was typed: the word itself and, if it has four letters or more, all that
 * are one letter from it; with and without the Arabic article.
 */
export function nearWords(word: string): string[] {
  const letters = [...bare(word)]
  const words = new Set([letters.join('')])
  if (isForgiven(word)) for (const near of oneLetterFrom(letters)) words.add(near)
  return /\p{Script=Arabic}/u.test(word) ? [...words].flatMap((near) => [near, `ال${near}`]) : [...words]
}

function* oneLetterFrom(letters: string[]): Generator<string> {
  const alphabet = alphabets.find((script) => letters.some((letter) => script.includes(letter))) ?? ''
  for (let at = 0; at <= letters.length; at++) {
    for (const letter of alphabet) {
      yield letters.toSpliced(at, 0, letter).join('')
      yield letters.toSpliced(at, 1, letter).join('')
    }
    yield letters.toSpliced(at, 1).join('')
    yield letters.toSpliced(at, 2, ...letters.slice(at, at + 2).reverse()).join('')
  }
}

/**
 * Whether two folded words are the same but for one letter put in, left out, changed or swapped with its neighbour. What is
 * typed must have four letters or more to be forgiven.
 */
export function oneLetterApart(typed: string, word: string): boolean {
  const [a, b] = [[...bare(typed)], [...bare(word)]]
  if (!isForgiven(typed) || Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const rest = (letters: string[], from: number) => letters.slice(from).join('')
  if (
    rest(a, at + 1) === rest(b, at + 1) ||
    rest(a, at + 1) === rest(b, at) ||
    rest(a, at) === rest(b, at + 1)
  )
    return true
  return a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, at + 2) === rest(b, at + 2)
}

export interface NameCandidate {
  /** The name folded. */
  folded: string
  /** People who live there; 0 where unknown or where nobody does. */
  population: number
}

/**
 * The candidates that match what was typed, best first. Equal names come before all others, and among them and the others
 * the populous before the empty: a large city one letter off goes before a hamlet that happens to begin so, as each tenfold
 * of population counts as much as a step of likeness. Equals keep the order they came in.
 */
export function rankMatches<T extends NameCandidate>(query: string, candidates: T[]): T[] {
  const typed = fold(query)
  const words = withoutArticles(foldedWords(query))
  return candidates
    .map((candidate) => ({ candidate, score: score(typed, words, candidate) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ candidate }) => candidate)
}

function score(typed: string, words: string[], { folded, population }: NameCandidate): number {
  const likeness = likenessOf(typed, words, folded)
  return likeness === 0 ? 0 : likeness + Math.log10(population + 1)
}

function likenessOf(typed: string, words: string[], folded: string): number {
  if (typed === '') return 0
  if (folded === typed) return 13
  const own = withoutArticles(folded.split(' '))
  if (own.map(bare).join(' ') === words.map(bare).join(' ')) return 12.5
  if (folded.startsWith(typed) || own.map(bare).join(' ').startsWith(typed)) return 6
  const known = words.map((word) => bestWord(word, own))
  const worst = Math.min(...known)
  if (worst === 0) return folded.includes(typed) ? 1 : 0
  return own.length === words.length ? worst + 2 : worst
}

/** How well the best of the name's words answers to the one that is typed. */
function bestWord(typed: string, words: string[]): number {
  if (words.some((word) => bare(word) === bare(typed))) return 4
  if (words.some((word) => word.startsWith(typed) || bare(word).startsWith(typed))) return 3.5
  return words.some((word) => oneLetterApart(typed, word)) ? 3 : 0
}
