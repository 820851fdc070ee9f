import type { RevisionNote } from '@/lib/db/log/version-rows'
import type { LogDraft } from '@/lib/incident/log-draft'
import { type Problem, Refusal } from '@/lib/problem'
import type { SharedChange, StoredShared } from '@/lib/report/shared-changes'

/*
 * Incidents share reports and statements: a change of one reaches all that rest on it (docs/decisions, shared
 * reports). What may not be changed is refused here, and what is changed is remembered.
 */

/**
 * Refuses with `invalid` a change of a dataset's own report or statement, and with `stale` one of what somebody
 * changed since it was read; the detail's document holds the stored ones alone.
 */
export function refuseShared(changes: readonly SharedChange[], stored: StoredShared): void {
  const ofDataset = changes.filter((change) => change.ofDataset)
  if (ofDataset.length > 0) throw new Refusal('invalid', ofDataset.map(datasetProblem))
  const stale = changes.filter((change) => change.isStale)
  if (stale.length === 0) return
  const document: LogDraft = {
    reports: draftsOf('reports', stale, stored.reports),
    statements: draftsOf('statements', stale, stored.statements),
    incidents: [],
    episodes: [],
    episodesRead: [],
    why: null,
  }
  throw new Refusal('stale', stale.map(staleProblem), { code: null, document })
}

const datasetProblem = ({ list, index, fields }: SharedChange): Problem => ({
  path: [list, index, fields[0] ?? 'id'],
  code: list === 'reports' ? 'report-of-dataset' : 'statement-of-dataset',
})

const staleProblem = ({ list, index }: SharedChange): Problem => ({
  path: [list, index, 'version'],
  code: list === 'reports' ? 'report-stale' : 'statement-stale',
})

function draftsOf<T extends { id: number | null }>(
  list: SharedChange['list'],
  stale: readonly SharedChange[],
  stored: readonly { draft: T }[],
): T[] {
  const ids = new Set(stale.filter((change) => change.list === list).map(({ id }) => id))
  return stored.flatMap(({ draft }) => (draft.id !== null && ids.has(draft.id) ? [draft] : []))
}

/** Ids of what is changed in one list. */
export const changedIn = (changes: readonly SharedChange[], list: SharedChange['list']): Set<number> =>
  new Set(changes.filter((change) => change.list === list).map(({ id }) => id))

/** What is remembered of new and changed reports and statements. */
export function sharedNotes(
  changes: readonly SharedChange[],
  created: { reports: readonly number[]; statements: readonly number[] },
): Omit<RevisionNote, 'why'>[] {
  return [
    ...created.reports.map((entityId) => ({ entity: 'report', entityId, action: 'record' }) as const),
    ...created.statements.map((entityId) => ({ entity: 'statement', entityId, action: 'record' }) as const),
    ...changes.map(
      ({ list, id, version }) =>
        ({
          entity: list === 'reports' ? 'report' : 'statement',
          entityId: id,
          action: 'change',
          version: version + 1,
        }) as const,
    ),
  ]
}
