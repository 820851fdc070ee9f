import { withAudience } from '@/lib/access/audience'
import { mayReveal } from '@/lib/access/questions'
import type { Viewer } from '@/lib/access/viewer'
import { maskPastShared } from '@/lib/db/log/past-documents'
import type { Ids } from '@/lib/db/log/report-rows'
import { idOf } from '@/lib/db/log/report-rows'
import { dropTruths, truthsOf, writeTruth } from '@/lib/db/protected-fields'
import type { Transaction } from '@/lib/db/transaction'
import type { LogDraft } from '@/lib/incident/log-draft'
import type { Problem } from '@/lib/problem'
import type { ReportDraft, StatementDraft } from '@/lib/report/draft'
import {
  maskedReport,
  maskedStatement,
  type SourceTruth,
  type SpeakerTruth,
  sourceOf,
  speakerOf,
} from '@/lib/report/mask-source'
import type { Stored, StoredShared } from '@/lib/report/shared-changes'
import { isPrivyTo, keepOfAnother } from './private-parts'

/** A log whose protected reports and statements are masked, with what is true of them by key. */
export interface GuardedShared {
  log: LogDraft
  sources: Map<string, SourceTruth>
  speakers: Map<string, SpeakerTruth>
  /** Ids of what is not protected any more. */
  lifted: { reports: number[]; statements: number[] }
  problems: Problem[]
}

/**
 * Settles what the log says of stored reports and statements: where it says nothing of whom they are for, of their
 * protection or of what its sender is not shown, that stays; what is masked stays as it is stored; what is protected is masked, its truth kept apart.
 */
export function guardShared(viewer: Viewer, log: LogDraft, shared: StoredShared): GuardedShared {
  const guarded: GuardedShared = {
    ...{ log, sources: new Map(), speakers: new Map() },
    ...{ lifted: { reports: [], statements: [] }, problems: [] },
  }
  const reports = log.reports.map((sent, r): ReportDraft => {
    const { stored, settled: report, step } = settle(viewer, sent, shared.reports, sourceOf)
    if (isRefused(step)) guarded.problems.push({ path: ['reports', r, 'protection'], code: step })
    if (step === 'keep') return { ...maskedReport(report), ...(stored ? sourceOf(stored) : {}) }
    if (step === 'lift' && stored?.id) guarded.lifted.reports.push(stored.id)
    if (step !== 'mask') return { ...report, protection: 'none' }
    const text = report.text ?? stored?.text ?? null
    guarded.sources.set(report.key, sourceOf({ ...report, text }))
    return maskedReport(report)
  })
  const statements = log.statements.map((sent, s): StatementDraft => {
    const { stored, settled: statement, step } = settle(viewer, sent, shared.statements, speakerOf)
    if (isRefused(step)) guarded.problems.push({ path: ['statements', s, 'protection'], code: step })
    if (step === 'keep') return maskedStatement(statement)
    if (step === 'lift' && stored?.id) guarded.lifted.statements.push(stored.id)
    if (step !== 'mask') return { ...statement, protection: 'none' }
    guarded.speakers.set(statement.key, speakerOf(statement))
    return maskedStatement(statement)
  })
  return { ...guarded, log: { ...log, reports, statements } }
}

/** What is sent, with what is stored where it says nothing; and what is to be done with its truth. */
function settle<T extends ReportDraft | StatementDraft>(
  viewer: Viewer,
  sent: T,
  there: readonly Stored<T>[],
  truthOf: (one: T) => object,
) {
  const found = sent.id === null ? undefined : there.find(({ draft }) => draft.id === sent.id)
  const stored = found?.draft
  const whole = found && !isPrivyTo(viewer, found) ? keepOfAnother(sent, found.draft) : sent
  const settled = withAudience(whole, stored)
  const isMask = stored !== undefined && isSame(truthOf(settled), truthOf(stored))
  return { stored, settled, step: stepOf(viewer, settled, stored, isMask) }
}

const isSame = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other)

type Step = 'leave' | 'mask' | 'keep' | 'lift' | 'may-not-reveal' | 'reveal-first'

interface Guarded {
  protection: ReportDraft['protection']
}

/**
 * What is to be done with something that may be protected: nothing, mask it, keep the mask, take it off; or, as a
 * problem's code, why it is refused. Only who may have it shown replaces it: `isMask` says that what is sent is the mask itself.
 */
export function stepOf(viewer: Viewer, sent: Guarded, stored: Guarded | undefined, isMask: boolean): Step {
  const wasMasked = stored?.protection === 'masked'
  if (sent.protection === 'protected') {
    if (!wasMasked) return 'mask'
    return isMask ? 'keep' : mayReveal(viewer) ? 'mask' : 'may-not-reveal'
  }
  if (!wasMasked) return 'leave'
  if (sent.protection !== 'none') return 'keep'
  // The mask sent back as if it were true would be all that is left of it.
  if (mayReveal(viewer)) return isMask ? 'reveal-first' : 'lift'
  return 'may-not-reveal'
}

/** Whether nothing is to be done, for a reason. */
export const isRefused = (step: Step): step is 'may-not-reveal' | 'reveal-first' =>
  step === 'may-not-reveal' || step === 'reveal-first'

/** Writes what is true of the log's protected reports and statements, and masks what earlier versions had of it. */
export async function saveSharedTruths(
  tx: Transaction,
  { sources, speakers, lifted }: GuardedShared,
  ids: { reports: Ids; statements: Ids },
): Promise<void> {
  const reports = [...sources].map(([key, truth]) => [idOf(ids.reports, key), truth] as const)
  const statements = [...speakers].map(([key, truth]) => [idOf(ids.statements, key), truth] as const)
  const before = await truthsOf<SourceTruth>(
    tx,
    'report',
    reports.map(([id]) => id),
  )
  for (const [id, truth] of reports) {
    // The pasted text is long and rarely sent back.
    await writeTruth(tx, 'report', id, { ...truth, text: truth.text ?? before.get(id)?.text ?? null })
    if (!before.has(id)) await maskPastShared(tx, 'reports', id)
  }
  const spoken = await truthsOf(
    tx,
    'statement',
    statements.map(([id]) => id),
  )
  for (const [id, truth] of statements) {
    await writeTruth(tx, 'statement', id, truth)
    if (!spoken.has(id)) await maskPastShared(tx, 'statements', id)
  }
  await dropTruths(tx, 'report', lifted.reports)
  await dropTruths(tx, 'statement', lifted.statements)
}
