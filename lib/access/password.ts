import { z } from 'zod'
import { commonPasswords } from './common-passwords'

/** Shortest password of an account without a second factor, and of one that has it (OWASP ASVS 5.0, 6.2.1). */
export const SHORTEST_ALONE = 15
export const SHORTEST_WITH_FACTOR = 8
/** Longest one that is taken; ASVS 6.2.9 asks for 64 at least. The bound keeps hashing from being a weapon. */
export const LONGEST = 256

const lengthOf = (text: string) => [...text].length

/** A password as typed: any characters, never trimmed or changed. Length is counted in code points. */
export const typedPassword = z
  .string({ error: 'password-missing' })
  .min(1, { error: 'password-missing' })
  .refine((text) => lengthOf(text) <= LONGEST, { error: 'password-too-long' })

/** Whose password it is to be. */
export interface PasswordOwner {
  name: string
  email: string
  /** Does a code of an authenticator stand beside it? */
  secondFactor: boolean
}

export type PasswordProblem =
  | 'password-too-short'
  | 'password-too-short-factor'
  | 'password-common'
  | 'password-about-you'

/**
 * Why a new password is refused, or null. No rule says what it must be composed of. What anybody who knows its owner
 * tries first does not count to its length, and common ones are refused however they are dressed up.
 */
export function passwordProblem(password: string, owner: PasswordOwner): PasswordProblem | null {
  const least = owner.secondFactor ? SHORTEST_WITH_FACTOR : SHORTEST_ALONE
  if (lengthOf(password) < least)
    return owner.secondFactor ? 'password-too-short-factor' : 'password-too-short'
  if (isCommon(password)) return 'password-common'
  if (lengthOf(withoutWords(password, contextWords(owner))) < SHORTEST_WITH_FACTOR)
    return 'password-about-you'
  return null
}

/** One of the list, whatever its case, digits for letters, or what is added around it; one thing repeated; or a run. */
function isCommon(password: string): boolean {
  const small = password.normalize('NFKC').toLowerCase()
  const common = commonPasswords()
  const bare = small.replace(/[\s\p{P}\p{S}]/gu, '')
  const variants = [small, bare, plainLetters(small), plainLetters(bare), bare.replace(/^\d+|\d+$/g, '')]
  return variants.some((one) => common.has(one)) || /^(.{1,6}?)\1+$/su.test(small) || isRun(small)
}

const letterOf: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

const plainLetters = (text: string) => text.replace(/[013457@$!]/g, (sign) => letterOf[sign] ?? sign)

/** Each character next to the one before it, or the same: "abcdefghijklmno", "1111222233334444". */
function isRun(text: string): boolean {
  const points = [...text].map((sign) => sign.codePointAt(0) ?? 0)
  return points.every((point, i) => i === 0 || Math.abs(point - (points[i - 1] ?? 0)) <= 1)
}

/** The product, and what the account says of its owner; parts of three letters and more. */
function contextWords({ name, email }: PasswordOwner): string[] {
  const parts = `${name} ${email}`.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  return ['waqai', 'وقائع', ...parts.filter((part) => lengthOf(part) >= 3)].sort(
    (a, b) => b.length - a.length,
  )
}

const withoutWords = (password: string, words: readonly string[]) =>
  words.reduce((rest, word) => rest.replaceAll(word, ''), password.toLowerCase())
