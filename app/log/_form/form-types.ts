import type { Audience } from '@/lib/access/audience'
import type { ClaimDraft } from '@/lib/claim/draft'
import type { IncidentDraft } from '@/lib/incident/draft'
import type { LogDraft } from '@/lib/incident/log-draft'
import type { When } from '@/lib/incident/when'
import type { Point } from '@/lib/place/where'

export type FormAudience = Audience
export type FormReport = LogDraft['reports'][number]
export type FormStatement = LogDraft['statements'][number]
export type FormClaim = ClaimDraft
export type Substance = ClaimDraft['says']
export type FormSite = IncidentDraft['where']['sites'][number]
export type FormEpisode = LogDraft['episodes'][number]
export type FormConflict = IncidentDraft['conflictSets'][number]
export type FormLink = IncidentDraft['links'][number]

/** An incident while it is being typed: what the door demands may still be missing. */
export type FormIncident = Omit<IncidentDraft, 'kind' | 'when' | 'where'> & {
  kind: IncidentDraft['kind'] | null
  when: When | null
  where: Omit<IncidentDraft['where'], 'placeId'> & { placeId: number | null }
}

/** The log as the form holds it; its paths are those of `LogInput`, so that problems of the door find their field. */
export type FormLog = Omit<LogDraft, 'incidents'> & { incidents: FormIncident[] }

export interface Names {
  ar: string | null
  en: string | null
}

/** An actor as the look-up gives it. */
export interface KnownActor {
  id: number
  kind: string
  country: string | null
  names: Names
  partOf?: { id: number; names: Names }[]
}

/** A place as the look-up gives it, its parents nearest first. */
export interface KnownPlace {
  id: number
  kind: string
  country: string | null
  names: Names
  parents: { id: number; names: Names }[]
  point: Point | null
}

/**
 * Everything that a draft keeps: the log, the words of fields that are read (dates) as they were typed, and the names
 * of what the log refers to by id, so that it opens without a connection.
 */
export interface LogDocument {
  form: 1
  log: FormLog
  typed: Record<string, string>
  actors: Record<string, KnownActor>
  places: Record<string, KnownPlace>
  /** Key of the incident shown. */
  current: string
  /** Key of the statement that the next claim belongs to. */
  statement: string
  /** Names the save that sent it, so that a form knows its own save again where the answer was lost. */
  sent?: string
}

/** Whose a claim is, by key: an incident's own, or of several together. */
export type ClaimOwner = { incident: string } | { episode: string }

/** What a claim of one subject says. */
export type Of<Subject extends Substance['subject']> = Extract<Substance, { subject: Subject }>

/** What the fields of a claim's substance are given. */
export interface SubstanceFieldsProps<S extends Substance = Substance> {
  path: string
  says: S
  /** Of several incidents together: it can name no party or site of one of them. */
  together: boolean
  onChange: (says: S) => void
}
