import { idOfKey } from '@/lib/incident/row-key'
import { type ReportDraft, reportDraft, type StatementDraft, statementDraft } from './draft'

/** Reports and statements that a log names, as they stand: incidents share them. */
export interface StoredShared {
  reports: readonly Stored<ReportDraft>[]
  statements: readonly Stored<StatementDraft>[]
}

export interface Stored<T> {
  draft: T
  /** A dataset's own: it stays as it came. */
  ofDataset: boolean
  /** Account of whoever brought it. */
  createdBy: string | null
}

/** A report or statement of the log that says something else than the one stored. */
export interface SharedChange {
  list: 'reports' | 'statements'
  /** Where in the log it stands. */
  index: number
  id: number
  /** Version of the stored one. */
  version: number
  /** What is changed. Only `text`, a report's pasted words: nothing that anybody claims or shows. */
  fields: string[]
  /** Somebody changed the stored one since it was read. */
  isStale: boolean
  ofDataset: boolean
}

/**
 * What recording the log would change of the stored reports and statements. Whatever is named as it stands, at
 * whatever version, is no change. A report without text keeps its stored text, which is long and rarely sent back.
 */
export function sharedChanges(
  log: { reports: readonly ReportDraft[]; statements: readonly StatementDraft[] },
  stored: StoredShared,
): SharedChange[] {
  const idsInLog = new Map(log.reports.map(({ key, id }) => [key, id]))
  const cited = (keys: string[], idOf: (key: string) => number | null | undefined) =>
    keys.map((key) => String(idOf(key) ?? `new ${key}`)).sort((x, y) => x.localeCompare(y))
  const keeping = (mine: ReportDraft, { text }: ReportDraft) => ({ ...mine, text: mine.text ?? text })
  const withIds = (mine: StatementDraft) => ({
    ...mine,
    citedBy: cited(mine.citedBy, (key) => idsInLog.get(key)),
  })
  const withStoredIds = (theirs: StatementDraft) => ({
    ...theirs,
    citedBy: cited(theirs.citedBy, (key) => idOfKey('report', key)),
  })
  return [
    ...changesIn('reports', log.reports, stored.reports, keeping, asRead),
    ...changesIn('statements', log.statements, stored.statements, withIds, (theirs) =>
      withStoredIds(statementDraft.safeParse(theirs).data ?? theirs),
    ),
  ]
}

/** As it comes through the door unchanged: what an importer stored may be spelled in another way. */
const asRead = (theirs: ReportDraft): ReportDraft => reportDraft.safeParse(theirs).data ?? theirs

function changesIn<T extends { id: number | null; version: number | null }>(
  list: SharedChange['list'],
  mine: readonly T[],
  stored: readonly Stored<T>[],
  mineToCompare: (mine: T, theirs: T) => object,
  theirsToCompare: (theirs: T) => object,
): SharedChange[] {
  return mine.flatMap((draft, index) => {
    const there = stored.find((one) => one.draft.id === draft.id)
    if (draft.id === null || !there) return []
    const fields = differing(mineToCompare(draft, there.draft), theirsToCompare(there.draft))
    if (fields.length === 0) return []
    const version = there.draft.version ?? 1
    return [
      {
        list,
        index,
        id: draft.id,
        version,
        fields,
        isStale: draft.version !== version,
        ofDataset: there.ofDataset,
      },
    ]
  })
}

const identity = new Set(['key', 'id', 'version'])

function differing(mine: object, theirs: object): string[] {
  const other = new Map(Object.entries(theirs))
  return Object.entries(mine)
    .filter(
      ([name, value]) => !identity.has(name) && JSON.stringify(value) !== JSON.stringify(other.get(name)),
    )
    .map(([name]) => name)
}
