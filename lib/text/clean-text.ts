import { z } from 'zod'

/** What can be wrong with a text at the door: stable codes, worded per language elsewhere. */
export type TextProblem =
  | 'text-nul'
  | 'text-surrogate'
  | 'text-control'
  | 'text-line-break'
  | 'text-too-long'
  | 'text-empty'

type TextRule = {
  /** The most code points that may be stored. */
  max: number
  /** Whether line breaks are allowed. */
  multiline?: boolean
  /** Whether nothing but white space is refused. */
  required?: boolean
}

// Bidi marks and joiners are ordinary in Arabic and Persian and pass; C0, C1 and noncharacters do not.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffe\uffff]/
const loneSurrogate = /\p{Surrogate}/u

/**
 * The text as it is stored: trimmed, in NFC, with "\n" as its only line break. Composing shrinks a text at most
 * threefold, so one far beyond `max` is not even looked at.
 */
function tidy(text: string, max: number): string {
  return text.length > max * 4 + 1000
    ? text
    : text
        .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
        .normalize('NFC')
        .trim()
}

/** The first reason why `text` must not be stored, or null. Postgres refuses NUL and lone surrogates itself. */
export function textProblem(text: string, { max, multiline, required }: TextRule): TextProblem | null {
  if (isLonger(text, max)) return 'text-too-long'
  if (text.includes('\0')) return 'text-nul'
  if (loneSurrogate.test(text)) return 'text-surrogate'
  if (control.test(text)) return 'text-control'
  if (!multiline && text.includes('\n')) return 'text-line-break'
  return required && text === '' ? 'text-empty' : null
}

/** Counts code points only where the count of UTF-16 units leaves a doubt. */
function isLonger(text: string, max: number): boolean {
  if (text.length <= max) return false
  return text.length > max * 2 || [...text].length > max
}

/**
 * A zod string for what people type or paste: refuses what `textProblem` names, gives the text trimmed and in NFC.
 * Its issue is `custom` with `params: { code: TextProblem, max }`.
 */
export function cleanText(rule: TextRule) {
  return z.string().transform((raw, context) => {
    const text = tidy(raw, rule.max)
    const code = textProblem(text, rule)
    if (!code) return text
    context.addIssue({ code: 'custom', message: code, params: { code, max: rule.max } })
    return z.NEVER
  })
}
