import type { IncidentDetail } from '@/lib/analysis/incident-detail'

/** Parts of an incident that stand alone, and those of which there are many, each with its key. */
export type SingleField =
  | 'title-ar'
  | 'title-en'
  | 'summary-ar'
  | 'summary-en'
  | 'kind'
  | 'means'
  | 'when'
  | 'where'
  | 'point'
  | 'status'
  | 'grade'
  | 'note'
export type KeyedField = 'party' | 'site' | 'report' | 'statement' | 'claim' | 'conflict'

/** One difference between two versions; `key` names the thing of a keyed field. */
export type Change =
  | { field: SingleField; key: null }
  | { field: KeyedField; key: string; how: 'added' | 'removed' | 'changed' }

const single: Record<SingleField, (incident: IncidentDetail) => unknown> = {
  'title-ar': ({ title }) => title.ar,
  'title-en': ({ title }) => title.en,
  'summary-ar': ({ summary }) => summary.ar,
  'summary-en': ({ summary }) => summary.en,
  kind: ({ kind }) => kind,
  means: ({ means }) => means,
  when: ({ when }) => when,
  where: ({ where: { place, offset, phrase, precision } }) => [place.id, offset, phrase, precision],
  point: ({ where }) => where.point,
  status: ({ status }) => status,
  grade: ({ grade }) => grade,
  note: ({ note }) => note,
}

const keyed: Record<KeyedField, (incident: IncidentDetail) => { key: string }[]> = {
  party: ({ parties }) => parties.map(({ key, actor, part }) => ({ key, actor, part })),
  site: ({ where }) => where.sites.map(({ place, ...site }) => ({ ...site, place: place?.id })),
  report: ({ reports }) => reports,
  statement: ({ statements }) => statements.map(({ actor, ...said }) => ({ ...said, actor: actor?.id })),
  claim: ({ claims }) => claims.map(({ place, ...claim }) => claim),
  conflict: ({ conflictSets }) =>
    conflictSets.map(({ key, question, alternatives, decided, decidedWhy }) => ({
      ...{ key, question, alternatives, decided, decidedWhy },
    })),
}

/** What differs between two versions of an incident, in the order of the page. Figures follow from claims and are left out. */
export function changesBetween(before: IncidentDetail, after: IncidentDetail): Change[] {
  const fields = (Object.keys(single) as SingleField[])
    .filter((field) => !same(single[field](before), single[field](after)))
    .map((field): Change => ({ field, key: null }))
  return [
    ...fields,
    ...(Object.keys(keyed) as KeyedField[]).flatMap((field) => keyedChanges(field, before, after)),
  ]
}

function keyedChanges(field: KeyedField, before: IncidentDetail, after: IncidentDetail): Change[] {
  const old = new Map(keyed[field](before).map((thing) => [thing.key, thing]))
  const now = new Map(keyed[field](after).map((thing) => [thing.key, thing]))
  const removed = [...old.keys()].filter((key) => !now.has(key))
  const added = [...now.keys()].filter((key) => !old.has(key))
  const changed = [...now].filter(([key, thing]) => old.has(key) && !same(old.get(key), thing))
  return [
    ...removed.map((key): Change => ({ field, key, how: 'removed' })),
    ...changed.map(([key]): Change => ({ field, key, how: 'changed' })),
    ...added.map((key): Change => ({ field, key, how: 'added' })),
  ]
}

/** Whether two plain values are equal, in whatever order their properties stand; an absent one counts as null. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b))
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (value === null || typeof value !== 'object') return value ?? null
  const entries = Object.entries(value).filter(([, part]) => part !== undefined && part !== null)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, ordered(part)]),
  )
}
