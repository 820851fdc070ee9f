/*
 * The reason for which an incident is to be edited with what is protected, on its way from its page to the form: in this
 * tab only, used once, and never in an address.
 */

const keyOf = (code: string) => `waqai-why:${code}`

export function keepReason(code: string, why: string): void {
  sessionStorage.setItem(keyOf(code), why)
}

export function takeReason(code: string): string | null {
  const why = sessionStorage.getItem(keyOf(code))
  sessionStorage.removeItem(keyOf(code))
  return why
}
