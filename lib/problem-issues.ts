import type { z } from 'zod'
import type { Problem } from './problem'

type Issue = z.core.$ZodIssue

const MOST_PROBLEMS = 100
const ourCode = /^[a-z]+(-[a-z]+)+$/

/** What a schema found, as problems: our own codes where the schema names one, else the kind of the trouble. */
export function problemsOf(issues: readonly Issue[]): Problem[] {
  return issues.slice(0, MOST_PROBLEMS).map((issue) => ({
    path: issue.path.map((part) => (typeof part === 'number' ? part : String(part))),
    ...codeOf(issue),
  }))
}

function codeOf(issue: Issue): Omit<Problem, 'path'> {
  if (ourCode.test(issue.message)) return { code: issue.message, params: paramsOf(issue) }
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && /undefined/.test(issue.message)
        ? { code: 'field-missing' }
        : { code: 'type-wrong', params: { expected: issue.expected } }
    case 'unrecognized_keys':
      return { code: 'field-unknown', params: { field: issue.keys.join(', ').slice(0, 100) } }
    case 'invalid_value':
      return { code: 'choice-unknown', params: { choices: issue.values.slice(0, 40).map(String).join(', ') } }
    case 'invalid_union':
      return { code: 'choice-unknown', params: { choices: '' } }
    case 'too_big':
      return {
        code: issue.origin === 'array' ? 'list-too-long' : 'number-too-large',
        params: { max: Number(issue.maximum) },
      }
    case 'too_small':
      return {
        code: issue.origin === 'array' ? 'list-too-short' : 'number-too-small',
        params: { min: Number(issue.minimum) },
      }
    default:
      return { code: 'form-wrong' }
  }
}

function paramsOf(issue: Issue): Record<string, string | number> | undefined {
  if (issue.code === 'too_big') return { max: Number(issue.maximum) }
  if (issue.code === 'too_small') return { min: Number(issue.minimum) }
  if (issue.code !== 'custom') return undefined
  const params = Object.entries(issue.params ?? {}).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  )
  return Object.fromEntries(params)
}
