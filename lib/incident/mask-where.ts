import type { ClaimDraft } from '@/lib/claim/draft'
import type { Point } from '@/lib/place/where'
import type { WhereDraft } from './draft'
import type { LogDraft } from './log-draft'

/** What a place is masked by: the division that it lies in, or else the country. */
export interface MaskPlace {
  placeId: number
  point: Point | null
  precision: 'province' | 'country'
}

type EpisodeDraft = LogDraft['episodes'][number]
type SiteDraft = WhereDraft['sites'][number]

export type WhereTruth = Pick<WhereDraft, 'placeId' | 'point' | 'precision' | 'offset' | 'phrase'>
export type SiteTruth = Pick<SiteDraft, 'name' | 'placeId' | 'point' | 'precision' | 'offset'>

export const whereTruth = ({ placeId, point, precision, offset, phrase }: WhereTruth): WhereTruth => ({
  ...{ placeId, point, precision, offset, phrase },
})

export const siteTruth = ({ name, placeId, point, precision, offset }: SiteTruth): SiteTruth => ({
  ...{ name, placeId, point, precision, offset },
})

/** The place as those see it to whom it is not shown: its division, and sites that have nothing but their kind. */
export const maskedWhere = (where: WhereDraft, mask: MaskPlace): WhereDraft => ({
  ...where,
  ...mask,
  ...{ offset: null, phrase: null, protection: 'masked' },
  sites: where.sites.map((site) => maskedSite(site, mask)),
})

export const maskedSite = (site: SiteDraft, { placeId, precision }: MaskPlace): SiteDraft => ({
  ...site,
  name: { ar: null, en: null },
  ...{ placeId, point: null, precision, offset: null },
})

/** What a claim of where tells. */
export interface ToldTruth {
  placeId: number | null
  phrase: string | null
  quote: string | null
}

/** Null where the claim is of something else. */
export const toldTruth = ({ quote, says }: ClaimDraft): ToldTruth | null =>
  says.subject === 'where' ? { placeId: says.placeId, phrase: says.phrase, quote } : null

/** What a claim of where says of a place that is protected: nothing but that it was told. */
export const maskedClaim = (claim: ClaimDraft, { placeId }: MaskPlace): ClaimDraft =>
  claim.says.subject === 'where'
    ? { ...claim, quote: null, says: { ...claim.says, placeId, phrase: null } }
    : claim

/** A past state of an incident whose place has become protected since; its episodes speak of that place too. */
export const maskedPast = (log: LogDraft, mask: MaskPlace): LogDraft => ({
  ...log,
  episodes: log.episodes.map((episode) => maskedEpisode(episode, mask)),
  incidents: log.incidents.map((incident) => ({
    ...incident,
    where: maskedWhere(incident.where, mask),
    claims: incident.claims.map((claim) => maskedClaim(claim, mask)),
  })),
})

export const maskedEpisode = (episode: EpisodeDraft, mask: MaskPlace): EpisodeDraft => ({
  ...episode,
  claims: episode.claims.map((claim) => maskedClaim(claim, mask)),
})
