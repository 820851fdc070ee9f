import type { Figure } from '@/lib/claim/figure'
import type { Kind } from '@/lib/incident/kinds'
import type { LogInput } from '@/lib/incident/log-draft'
import type { When } from '@/lib/incident/when'
import { ask } from '../../_ui/ask'
import type { KnownActor, KnownPlace, LogDocument, Names } from './form-types'

const query = (text: string) => `q=${encodeURIComponent(text)}`
const code = (text: string) => encodeURIComponent(text)

export interface ListedDraft {
  id: string
  document: unknown
  updatedAt: string
}

export interface StoredDraft {
  document: LogDocument
  version: number
}

export interface SavedIncident {
  key: string
  code: string
  version: number
}

export interface Duplicate {
  code: string
  title: Names
  kind: string
  start: string | null
  end: string | null
  place: Names
  because: string[]
}

export interface Probe {
  key: string
  code: string | null
  placeId: number
  start: string | null
  end: string | null
  actors: number[]
}

export const findActors = (text: string) => ask<{ actors: KnownActor[] }>(`/api/actors?${query(text)}`)
export const findPlaces = (text: string) => ask<{ places: KnownPlace[] }>(`/api/places?${query(text)}`)
export const addActor = (actor: { names: Names; kind: string; partOf: number | null }) =>
  ask<{ actor: KnownActor }>('/api/actors', 'POST', actor)
export const addPlace = (place: Omit<KnownPlace, 'id' | 'country' | 'parents'> & { parentId: number }) =>
  ask<{ place: KnownPlace }>('/api/places', 'POST', place)
export const listDrafts = () => ask<{ drafts: ListedDraft[] }>('/api/drafts')
export const readDraft = (id: string) => ask<StoredDraft>(`/api/drafts/${id}`)
export const writeDraft = (id: string, draft: { document: LogDocument; version: number | null }) =>
  ask<{ version: number }>(`/api/drafts/${id}`, 'PUT', { ...draft, account: document.body.dataset.account })
export const discardDraft = (id: string) => ask(`/api/drafts/${id}`, 'DELETE')
export const restoreDraft = (id: string) => ask(`/api/drafts/${id}/restore`, 'POST')
export const readLog = (of: string) => ask<{ log: LogInput }>(`/api/incidents/${code(of)}/log`)
/** The same with what is protected, for a reason that is kept. */
export const readProtectedLog = (of: string, why: string) =>
  ask<{ log: LogInput }>(`/api/incidents/${code(of)}/log`, 'POST', { why })
export const findDuplicates = (incidents: Probe[]) =>
  ask<{ duplicates: { key: string; matches: Duplicate[] }[] }>('/api/log/duplicates', 'POST', { incidents })
export interface RecordedIncident {
  title: Names
  figures: Figure[]
}

export const readIncident = (of: string) => ask<RecordedIncident>(`/api/v1/incidents/${code(of)}`)
export const saveLog = (body: { draftId: string; log: unknown; anyway: boolean }) =>
  ask<{ incidents: SavedIncident[] }>('/api/log', 'POST', body)

/** Names for ids that a loaded log brings. */
export const nameActors = (ids: number[]) => ask<{ actors: KnownActor[] }>(`/api/actors?id=${ids.join()}`)
export const namePlaces = (ids: number[]) => ask<{ places: KnownPlace[] }>(`/api/places?id=${ids.join()}`)

export interface FoundIncident {
  code: string
  title: Names
  kind: Kind
  when: When
  place: { names: Names }
}

export const findIncidents = (text: string) =>
  ask<{ incidents: FoundIncident[] }>(`/api/v1/incidents?limit=8&${query(text)}`)
