import { isDeepStrictEqual } from 'node:util'
import type { Viewer } from '@/lib/access/viewer'
import type { ClaimDraft } from '@/lib/claim/draft'
import { maskPastWhere } from '@/lib/db/log/past-documents'
import { type Ids, idOf } from '@/lib/db/log/report-rows'
import { dropTruths, maskPlaceOf, truthsOf, writeTruth } from '@/lib/db/protected-fields'
import type { Transaction } from '@/lib/db/transaction'
import type { IncidentDraft } from '@/lib/incident/draft'
import {
  type MaskPlace,
  maskedClaim,
  maskedSite,
  maskedWhere,
  type SiteTruth,
  siteTruth,
  type ToldTruth,
  toldTruth,
  type WhereTruth,
  whereTruth,
} from '@/lib/incident/mask-where'
import { Refusal } from '@/lib/problem'
import { isRefused, stepOf } from './protect-shared'
import { openTold } from './protect-told'

/** What is true of an incident's place, where that is protected. */
export interface PlaceTruth {
  where: WhereTruth | null
  sites: Map<string, SiteTruth>
  claims: Map<string, ToldTruth>
  /** Set where the place is masked. */
  mask: MaskPlace | null
  lifted: boolean
}

const plain: PlaceTruth = { where: null, sites: new Map(), claims: new Map(), mask: null, lifted: false }

/**
 * The incident as its row shall have it: with its division in place of a place that is protected. What is sent masked
 * leaves the place as it is stored; sites that it adds are masked too.
 */
export async function guardPlace(
  tx: Transaction,
  viewer: Viewer,
  draft: IncidentDraft,
  stored: IncidentDraft | undefined,
): Promise<{ draft: IncidentDraft; truth: PlaceTruth }> {
  const { where } = draft
  const isMask = stored !== undefined && isDeepStrictEqual(whereTruth(where), whereTruth(stored.where))
  const step = stepOf(viewer, where, stored?.where, isMask)
  if (isRefused(step)) throw new Refusal('forbidden', [{ path: ['where'], code: step }])
  if (step === 'mask') {
    const mask = await maskPlaceOf(tx, where.placeId)
    const sites = new Map(where.sites.map((site) => [site.key, siteTruth(site)]))
    const told = guardClaims(draft.claims, stored, mask)
    const masked = { ...draft, where: maskedWhere(where, mask), claims: told.claims }
    return { draft: masked, truth: { ...plain, where: whereTruth(where), sites, claims: told.truths, mask } }
  }
  if (step === 'keep' && stored) return keepPlace(draft, stored, await maskPlaceOf(tx, stored.where.placeId))
  return {
    draft: { ...draft, where: { ...where, protection: 'none' } },
    truth: { ...plain, lifted: step === 'lift' },
  }
}

/** Claims of where, masked, and what is true of those that were not the mask already. */
function guardClaims(claims: readonly ClaimDraft[], stored: IncidentDraft | undefined, mask: MaskPlace) {
  const before = new Map(stored?.claims.map((claim) => [claim.key, toldTruth(claim)]))
  const wasMasked = stored?.where.protection === 'masked'
  const truths = new Map<string, ToldTruth>()
  for (const claim of claims) {
    const told = toldTruth(claim)
    const known = before.get(claim.key.replace(':', ''))
    if (told && !(wasMasked && isDeepStrictEqual(told, known))) truths.set(claim.key, told)
  }
  return { claims: claims.map((claim) => maskedClaim(claim, mask)), truths }
}

function keepPlace(draft: IncidentDraft, stored: IncidentDraft, mask: MaskPlace) {
  const before = new Map(stored.where.sites.map((site) => [site.key, site]))
  const added = draft.where.sites.filter(({ key }) => !before.has(key))
  const sites = draft.where.sites.map((site) => {
    const known = before.get(site.key)
    return known ? { ...known, kind: site.kind } : maskedSite(site, mask)
  })
  const told = guardClaims(draft.claims, stored, mask)
  const truths = new Map(added.map((site) => [site.key, siteTruth(site)]))
  return {
    draft: { ...draft, where: { ...stored.where, sites }, claims: told.claims },
    truth: { ...plain, sites: truths, claims: told.truths, mask },
  }
}

/** Writes what is true of the place, once its sites have ids; and masks what earlier versions had of it. */
export async function savePlaceTruth(
  tx: Transaction,
  incidentId: number,
  truth: PlaceTruth,
  { sites, claims }: { sites: Ids; claims: Ids },
): Promise<void> {
  for (const [key, value] of truth.claims) await writeTruth(tx, 'told', idOf(claims, key), value)
  for (const [key, value] of truth.sites) {
    const id = sites.get(key)
    if (id !== undefined) await writeTruth(tx, 'site', id, value)
  }
  if (truth.lifted) {
    await dropTruths(tx, 'incident', [incidentId])
    await dropTruths(tx, 'site', [...sites.values()])
    await openTold(tx, await tx.claim.findMany({ where: { incidentId } }))
  }
  if (truth.where === null) return
  const before = await truthsOf(tx, 'incident', [incidentId])
  await writeTruth(tx, 'incident', incidentId, truth.where)
  if (!before.has(incidentId) && truth.mask) await maskPastWhere(tx, incidentId, truth.mask)
}
