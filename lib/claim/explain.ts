import type { CivilDate } from '@/lib/incident/when'
import type { FigureReason, Numbers } from './figure'
import type { ReasonCode } from './reason-code'

/** One sentence on a figure: the message `figure.reason.CODE` with its values, and whom it is about. */
export interface Explanation {
  code: ReasonCode
  values: FigureReason['params']
  /** Claims, denials or conflict sets that the sentence is about. */
  claims: string[]
  /** Whether a person should look at it, rather than only be able to. */
  warns: boolean
}

const warnings: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'disputed',
  'contested',
  'newer-count',
  'retellings-differ',
  'preferred-without-point',
  'several-preferred',
  'whole-superseded',
  'conflict-sets-capped',
  'added-without-base',
  'added-by-several',
  'moved-more-than-counted',
  'parts-above-whole',
  'parts-overlap',
  'coded-from-words',
  'dataset-triple-reordered',
])

/**
 * Why a figure is what it is, sentence by sentence, in the order to tell them. `tellDay` writes a civil date in the
 * reader's language; numbers are left to the messages.
 */
export function explain(
  { reasons }: Pick<Numbers, 'reasons'>,
  tellDay: (day: CivilDate) => string,
): Explanation[] {
  return reasons.map(({ code, claims, params }) => ({
    code,
    claims,
    values: typeof params.day === 'string' ? { ...params, day: tellDay(params.day) } : params,
    warns: warnings.has(code),
  }))
}
