import { Refusal } from '@/lib/problem'

/** The version of a record, as ETag and If-Match write it. It names the version, not the bytes that one viewer sees of it. */
export const etagOf = (version: number): string => `"${version}"`

/** The version that If-Match names. Refuses with `precondition-required` where it is missing, else with `invalid`. */
export function matchedVersion(request: Request): number {
  const told = request.headers.get('if-match')
  if (told === null) throw refusal('precondition-required', 'if-match-missing')
  const [, version] = /^"([1-9]\d{0,8})"$/.exec(told.trim()) ?? []
  if (version === undefined) throw refusal('invalid', 'if-match-form')
  return Number(version)
}

/** What another version refuses, it refuses as the precondition that it was asked under. */
export async function underPrecondition<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (!(error instanceof Refusal && error.kind === 'stale')) throw error
    const ofIncident = error.problems.filter(({ code }) => code === 'version-stale')
    if (ofIncident.length === 0) throw error
    const problems = ofIncident.map((problem) => ({ ...problem, path: ['if-match'] }))
    throw new Refusal('precondition-failed', problems, error.detail)
  }
}

const refusal = (kind: 'precondition-required' | 'invalid', code: string) =>
  new Refusal(kind, [{ path: ['if-match'], code }])
