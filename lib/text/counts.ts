import type { Count } from '@/lib/claim/count'
import { LONGEST_PHRASE, tokens } from './count-words'
import { fold } from './fold'
import { readNumber } from './number-words'
import { latinDigits, vagueWords } from './numerals'
import { isWrittenWithOther, saysOther } from './other-numbers'

/**
 * The number that a quotation tells, to prefill its claim: "ما لا يقل عن خمسة جرحى" is at least 5, "قتيلان" exactly 2, "dozens"
 * the word with its least. "More than ten" is at least 11, "fewer than ten" at most 9. Null wherever a second number, a
 * date, a measure, a name with a number or a negation leaves any doubt: it never invents.
 */
export function readCount(text: string): Count | null {
  if (isWrittenWithOther(latinDigits(text))) return null
  const said = tokensOf(text)
  const numbers = said.filter((token) => /\bN\d/.test(token)).length
  const vague = said.filter((token) => /^V\d/.test(token))
  if (said.includes('NONE')) return numbers + vague.length === 0 ? count('none') : null
  if (said.includes('NOT') || saysOther(said)) return null
  const dual = said.filter((token) => token === 'DUAL').length
  if (numbers > 0) return vague.length + dual > 0 ? null : readNumbers(said.join(' '), numbers)
  if (vague.length > 0) return vague.length === 1 && dual === 0 ? vagueCount(said, vague[0] ?? '') : null
  if (dual > 0) return dual === 1 ? count('exactly', { point: 2 }) : null
  return said.includes('PLURAL') ? count('plural') : null
}

function count(operator: Count['operator'], rest: Partial<Count> = {}): Count {
  return { operator, min: null, point: null, max: null, word: null, ...rest }
}

/** "Tens of thousands" is two words for one number: left to the analyst. */
function vagueCount(said: string[], token: string): Count | null {
  const vague = vagueWords[Number(token.slice(1))]
  return vague && !said.some((other) => /LESS|ATMOST|BETWEEN/.test(other))
    ? count('word', { min: vague.min, word: vague.word })
    : null
}

const forms: [RegExp, (a: number, b: number) => Count | null][] = [
  [/BETWEEN N(\d+) AND N(\d+)/, (min, max) => (min < max ? count('between', { min, max }) : null)],
  [/N(\d+) TO N(\d+)/, (min, max) => (min < max ? count('between', { min, max }) : null)],
  [/ATLEAST N(\d+)|N(\d+)(?: PLURAL| \.)? ATLEAST/, (min) => count('at-least', { min })],
  [/MORE N(\d+)/, (n) => count('at-least', { min: n + 1 })],
  [/LESS N(\d+)/, (n) => (n > 0 ? count('at-most', { max: n - 1 }) : null)],
  [/ATMOST N(\d+)|N(\d+)(?: PLURAL| \.)? ATMOST/, (max) => count('at-most', { max })],
  [/ABOUT N(\d+)|N(\d+)(?: PLURAL| \.)? ABOUT/, (point) => count('about', { point })],
  [/N(\d+)/, (point) => count('exactly', { point })],
]

function readNumbers(said: string, numbers: number): Count | null {
  for (const [form, make] of forms) {
    const match = form.exec(said)
    if (!match) continue
    const found = match.slice(1).filter(Boolean).map(Number)
    const rest = said.replace(match[0], '')
    if (found.length !== numbers || /ATLEAST|MORE|LESS|ATMOST|ABOUT|BETWEEN/.test(rest)) return null
    return make(found[0] ?? 0, found[1] ?? 0)
  }
  return null
}

function tokensOf(text: string): string[] {
  const plain = latinDigits(text)
    .replace(/(?<=\d)[,٬](?=\d{3}(?!\d))/g, '')
    .replace(/(?<=\d)\s?[-–—]\s?(?=\d)/g, ' to ')
  const words = fold(plain)
    .replace(/(^| )و(?=\d)/g, '$1و ')
    .split(' ')
  const said: string[] = []
  for (let at = 0; at < words.length; ) {
    const [token, length] = longerOf(numberAt(words, at), phraseAt(words, at)) ??
      afterAnd(words, at) ?? ['.', 1]
    said.push(token)
    at += length
  }
  return said
}

/** "One of" is no number. */
function longerOf(number: [string, number] | null, phrase: [string, number] | null) {
  return number && phrase && phrase[1] > number[1] ? phrase : (number ?? phrase)
}

function numberAt(words: string[], at: number): [string, number] | null {
  for (let length = Math.min(8, words.length - at); length > 0; length--) {
    const value = readNumber(words.slice(at, at + length).join(' '))
    if (value !== null && !/^(?:احد|احدي)$/.test(words[at] ?? '')) return [`N${value}`, length]
  }
  return null
}

function phraseAt(words: string[], at: number): [string, number] | null {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length--) {
    const token = tokens.get(words.slice(at, at + length).join(' '))
    if (token) return [token, length]
  }
  return null
}

/** Arabic writes "and" onto its word: بين ثلاثة وخمسة. */
function afterAnd(words: string[], at: number): [string, number] | null {
  const word = words[at] ?? ''
  if (!word.startsWith('و')) return null
  const bare = [word.slice(1), ...words.slice(at + 1)]
  const found = numberAt(bare, 0) ?? phraseAt(bare, 0)
  return found && [`AND ${found[0]}`, found[1]]
}
