/** Crockford's 32 digits: no I, L, O or U, so that a code survives being read out and copied by hand. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Stands where the country is not known: ISO 3166 leaves it to its users. */
const NO_COUNTRY = 'XX'

/**
 * The permanent public code of an incident, "LY-2017-7KQ4": country, year, and one digit for each of `random`'s
 * bytes. It is made once, from the country and year known then, and never made again when these change.
 * The caller brings the randomness and makes sure that no incident has the code yet.
 */
export function incidentCode(country: string | null, year: number, random: Uint8Array): string {
  const tail = Array.from(random, (byte) => digits[byte % digits.length]).join('')
  return `${country ?? NO_COUNTRY}-${String(year).padStart(4, '0')}-${tail}`
}

/** Whether a text has the form of a code; whether an incident has it is another question. */
export const isIncidentCode = (text: string): boolean => /^[A-Z]{2}-[0-9]{4}-[0-9A-Z]{4,8}$/.test(text)
