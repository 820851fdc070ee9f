/*
 * The reason for which an incident is to be edited with what is protected, on its way from its page to the form: in this
 * page's memory only, used once, and never in an address or in what the browser keeps.
 */

let kept: { code: string; why: string } | null = null

export function keepReason(code: string, why: string): void {
  kept = { code, why }
}

export function takeReason(code: string): string | null {
  const why = kept?.code === code ? kept.why : null
  kept = null
  return why
}
