import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

const HOW_MANY = 10
/** 24 of 32 letters: 120 random bits, which no guessing and no search through hashes finds. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ0123456789'

/** Codes that each stand in once for the second factor: four groups of six, to be written down. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: HOW_MANY }, () => {
    const letters = [...randomBytes(24)].map((byte) => LETTERS[byte % LETTERS.length]).join('')
    return (letters.match(/.{6}/g) ?? []).join('-')
  })
}

/** What is kept of a recovery code, and compared: its SHA-256, however it was typed. */
export const recoveryCodeHash = (typed: string): string =>
  createHash('sha256')
    .update(typed.toUpperCase().replace(/[^0-9A-Z]/g, ''))
    .digest('hex')

const isHash = (text: string) => /^[0-9a-f]{64}$/.test(text)

/** For better-auth, which asks with the hash too and writes the list anew, less the one that was used. */
export const recoveryCodesAtRest = {
  encrypt: async (json: string): Promise<string> =>
    JSON.stringify(
      (JSON.parse(json) as string[]).map((code) => (isHash(code) ? code : recoveryCodeHash(code))),
    ),
  decrypt: async (stored: string): Promise<string> => stored,
}
