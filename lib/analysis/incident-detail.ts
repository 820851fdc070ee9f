import type { Protection } from '@/lib/access/protection'
import type { ActorKind } from '@/lib/actor/lists'
import type { ClaimDraft } from '@/lib/claim/draft'
import type { EpisodeFigure } from '@/lib/claim/episode'
import type { EquipmentFigure } from '@/lib/claim/equipment'
import type { Figure } from '@/lib/claim/figure'
import type { Kind } from '@/lib/incident/kinds'
import type { Grade, LinkKind, Means, Part, SiteKind, Status, Visibility } from '@/lib/incident/lists'
import type { LogDraft } from '@/lib/incident/log-draft'
import type { CivilDate, When } from '@/lib/incident/when'
import type { Offset, Point, WherePrecision } from '@/lib/place/where'
import type { Channel } from '@/lib/report/lists'
import type { Fact, NamedPlace } from './listed'
import type { NamesByLanguage } from './summary'

/**
 * One incident with all that is known of it, as its page and its JSON show it. Things name one another by the row
 * keys of lib/incident/row-key.ts ("c12", "t5"), as in a log draft; only what the viewer may see is in it.
 */
export interface IncidentDetail {
  code: string
  version: number
  title: NamesByLanguage
  summary: NamesByLanguage
  kind: Kind
  means: Means[]
  when: When
  where: {
    place: DetailPlace
    /** What the place lies in, from the country down. */
    within: DetailPlace[]
    point: Point | null
    /** Where it has no point: that of the nearest place that it lies in, to be drawn as an area around. */
    around: { place: DetailPlace; point: Point } | null
    precision: WherePrecision
    offset: Offset | null
    phrase: string | null
    /** `masked`: the place is that of the division, and the rest is left out. */
    protection: Protection | null
    sites: DetailSite[]
  }
  parties: { key: string; actor: number; kind: ActorKind; names: NamesByLanguage; part: Part }[]
  status: Status
  /** How it came before its readers; null where it did not, and for a dataset's rows, which come published. */
  review: { publishedAt: string; secondPerson: boolean; changedSince: boolean } | null
  grade: Grade | null
  visibility: Visibility | null
  named: string[]
  embargo: CivilDate | null
  note: string | null
  disputed: boolean
  killed: DetailFact
  wounded: DetailFact
  figures: Figure[]
  equipment: EquipmentFigure[]
  reports: DetailReport[]
  statements: DetailStatement[]
  claims: DetailClaim[]
  conflictSets: DetailConflictSet[]
  episodes: DetailEpisode[]
  links: DetailLink[]
  /** Where an imported incident comes from; null for what was logged here. */
  dataset: DetailDataset | null
  /** Newest first. */
  versions: DetailVersion[]
  /** There is more that the reader is not shown, and the installation says so. */
  withheld: boolean
}

/** What is left before its readers of an incident that was withdrawn: that it was, when, and the words of who did it. */
export interface Withdrawal {
  code: string
  at: string
  note: string
}

/** A fact column: `not-collected` where the dataset does not count this outcome at all. */
export type DetailFact = Fact

/** A place with its names. */
export type DetailPlace = NamedPlace

export interface DetailSite {
  key: string
  kind: SiteKind
  name: NamesByLanguage
  place: DetailPlace | null
  point: Point | null
  precision: WherePrecision
  offset: Offset | null
}

export interface DetailReport {
  key: string
  id: number
  outlet: string
  agencies: string[]
  url: string | null
  archivedUrl: string | null
  title: string | null
  publishedOn: CivilDate | null
  publishedOnBasis: 'stated' | 'inferred' | null
  publishedOnWhy: string | null
  language: string
  visibility: Visibility | null
  named: string[]
  embargo: CivilDate | null
  /** `masked`: outlet, agencies, addresses and title are left out. */
  protection: Protection | null
}

export interface DetailStatement {
  key: string
  actor: { id: number; names: NamesByLanguage } | null
  speakerName: string | null
  speakerRole: string | null
  channel: Channel
  saidOn: CivilDate | null
  note: string | null
  /** Keys of the reports that cite it. */
  citedBy: string[]
  visibility: Visibility | null
  named: string[]
  embargo: CivilDate | null
  /** `masked`: who speaks is left out. */
  protection: Protection | null
}

/** A claim as logged; `place` names the place that a claim of where speaks of. */
export type DetailClaim = ClaimDraft & { place: DetailPlace | null }

export interface DetailConflictSet {
  key: string
  question: string | null
  alternatives: { key: string; name: string | null; claims: string[] }[]
  decided: string | null
  decidedBy: string | null
  /** ISO instant. */
  decidedAt: string | null
  decidedWhy: string | null
  openedBy: string
  openedAt: string
  /** Somebody looked at it and left it disputed; who, is told to the team. */
  leftDisputed: { by: string | null; at: string; why: string | null } | null
}

/** An incident that this one refers to: enough to name it. */
export interface IncidentMention {
  code: string
  title: NamesByLanguage
  kind: Kind
  when: When
  place: { names: NamesByLanguage }
  parties: { names: NamesByLanguage; part: Part }[]
}

export interface DetailLink {
  kind: LinkKind
  /** `out`: this incident is "before" the other; `in`: the other is "before" this one. */
  direction: 'out' | 'in'
  note: string | null
  incident: IncidentMention
}

export interface DetailEpisode {
  id: number
  title: NamesByLanguage
  incidents: IncidentMention[]
  claims: DetailClaim[]
  figures: EpisodeFigure[]
}

export interface DetailDataset {
  slug: string
  name: string
  version: string
  licence: string
  licenceUrl: string | null
  attribution: string
  url: string | null
  /** The raw row; null if it is not there any more. */
  row: { file: string; line: number; externalId: string; columns: string[]; values: string[] } | null
}

export interface DetailVersion {
  version: number
  recordedFrom: string
  /** Null for the present one. */
  recordedTo: string | null
  by: string
  action: string
  why: string | null
  /** "import N, row k": the first version of an imported incident, which has no document. */
  importedFrom: { importId: number; line: number } | null
}

/** A state that an incident was in. */
export interface PastIncident extends DetailVersion {
  code: string
  /** What was recorded then; null for the first version of an imported incident, which is its source row. */
  log: LogDraft | null
  /** Names of the actors and places that `log` refers to by id. */
  actors: Record<number, NamesByLanguage>
  places: Record<number, DetailPlace>
  /** The source row of that import; null where it has been replaced by a later one. */
  row: DetailDataset['row']
}
