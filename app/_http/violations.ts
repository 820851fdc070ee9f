import { z } from 'zod'

/** The most violations taken from one report. */
const MOST = 50

const directives = [
  'script-src-elem',
  'script-src-attr',
  'script-src',
  'style-src-elem',
  'style-src-attr',
  'style-src',
  'img-src',
  'font-src',
  'connect-src',
  'worker-src',
  'manifest-src',
  'media-src',
  'object-src',
  'frame-src',
  'child-src',
  'base-uri',
  'form-action',
  'frame-ancestors',
] as const

const oneReport = z.object({
  'csp-report': z.object({
    'effective-directive': z.unknown().optional(),
    'violated-directive': z.unknown().optional(),
    'blocked-uri': z.unknown().optional(),
  }),
})
const manyReports = z.array(
  z.object({
    type: z.literal('csp-violation'),
    body: z.object({ effectiveDirective: z.unknown().optional(), blockedURL: z.unknown().optional() }),
  }),
)

/**
 * What a browser's report says was stopped, as words of a closed list: "script-src-elem: inline". Addresses and samples
 * stay out, as they may hold what somebody wrote or looked for. Empty for what is no report.
 */
export function violationsOf(report: unknown): string[] {
  const many = manyReports.safeParse(report)
  if (many.success) {
    return many.data.slice(0, MOST).map(({ body }) => violation(body.effectiveDirective, body.blockedURL))
  }
  const one = oneReport.safeParse(report)
  if (!one.success) return []
  const { 'csp-report': body } = one.data
  return [violation(body['effective-directive'] ?? body['violated-directive'], body['blocked-uri'])]
}

function violation(directive: unknown, blocked: unknown): string {
  const known = directives.find((one) => String(directive).split(' ')[0] === one) ?? 'other'
  const what = ['inline', 'eval', 'wasm-eval', 'data', 'blob'].find((kind) =>
    String(blocked).startsWith(kind),
  )
  return `${known}: ${what ?? 'an address'}`
}

/** One line for the log: which violations, and how often. */
export function violationLine(counts: ReadonlyMap<string, number>): string {
  const told = [...counts].map(([what, count]) => `${what} (${count})`)
  return `Browsers report that a page's policy stopped: ${told.join(', ')}`
}
