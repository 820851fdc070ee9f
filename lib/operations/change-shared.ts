import type { Viewer } from '@/lib/access/viewer'
import type { RevisionNote } from '@/lib/db/log/version-rows'
import type { LogDraft } from '@/lib/incident/log-draft'
import { type Problem, Refusal } from '@/lib/problem'
import type { SharedChange, Stored, StoredShared } from '@/lib/report/shared-changes'
import { isPrivyTo, reportOfAnother, statementOfAnother } from './private-parts'

/*
 * Incidents share reports and statements: a change of one reaches all that rest on it (docs/decisions, shared
 * reports). What may not be changed is refused here, and what is changed is remembered.
 */

/**
 * Refuses with `invalid` a change of a dataset's own report or statement, and with `stale` one of what somebody
 * changed since it was read; the detail's document holds the stored ones alone.
 */
export function refuseShared(viewer: Viewer, changes: readonly SharedChange[], stored: StoredShared): void {
  const ofDataset = changes.filter((change) => change.ofDataset)
  if (ofDataset.length > 0) throw new Refusal('invalid', ofDataset.map(datasetProblem))
  const stale = changes.filter((change) => change.isStale)
  if (stale.length === 0) return
  const document: LogDraft = {
    reports: draftsOf(viewer, changedIn(stale, 'reports'), stored.reports, reportOfAnother),
    statements: draftsOf(viewer, changedIn(stale, 'statements'), stored.statements, statementOfAnother),
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
  viewer: Viewer,
  ids: ReadonlySet<number>,
  stored: readonly Stored<T>[],
  ofAnother: (draft: T) => T,
): T[] {
  return stored
    .filter(({ draft: { id } }) => id !== null && ids.has(id))
    .map((one) => (isPrivyTo(viewer, one) ? one.draft : ofAnother(one.draft)))
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
