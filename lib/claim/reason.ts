import type { FigureReason } from './figure'
import { compareKeys } from './key-order'
import { type ReasonCode, reasonCodes } from './reason-code'

/** A remark about these claims; they are sorted, so that the order of claims never shows. */
export function reason(
  code: ReasonCode,
  claims: Iterable<string>,
  params: FigureReason['params'] = {},
): FigureReason {
  return { code, claims: [...new Set(claims)].sort(compareKeys), params }
}

const rank = new Map<ReasonCode, number>(reasonCodes.map((code, index) => [code, index]))

/** In the order they are told, each once. */
export function orderReasons(reasons: readonly FigureReason[]): FigureReason[] {
  if (reasons.length < 2) return [...reasons]
  const once = new Map(reasons.map((each) => [JSON.stringify(each), each]))
  return [...once]
    .sort(
      ([keyA, a], [keyB, b]) => (rank.get(a.code) ?? 0) - (rank.get(b.code) ?? 0) || compareKeys(keyA, keyB),
    )
    .map(([, each]) => each)
}
