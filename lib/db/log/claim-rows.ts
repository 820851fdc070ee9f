import type { ClaimDraft } from '@/lib/claim/draft'
import { idOfKey, idOfUnseen } from '@/lib/incident/row-key'
import { Prisma } from '@/prisma/generated/client'
import { dropTruths, writeTruth } from '../protected-fields'
import type { Transaction } from '../transaction'
import { withCreated } from './incident-rows'
import { audienceColumns, type Ids, idOf, idOrNull } from './report-rows'

/** Whose claims they are: one incident's, or those that speak of several together. */
export type ClaimOwner = { incidentId: number } | { episodeId: number }

interface Names {
  statements: Ids
  reports: Ids
  sites: Ids
  parties: Ids
  /** Account of who adds the claims that are new. */
  createdBy: string | null
}

/**
 * Adds claims to those that the owner has already, of which the draft knows nothing. None of them is preferred where
 * one is: the draft's author has not seen it.
 */
export async function addClaims(
  tx: Transaction,
  owner: ClaimOwner,
  claims: readonly ClaimDraft[],
  names: Names,
): Promise<void> {
  const there = await tx.claim.findMany({ where: owner, select: { position: true, preferred: true } })
  const decided = there.some(({ preferred }) => preferred)
  const after = Math.max(-1, ...there.map(({ position }) => position)) + 1
  const added = decided ? claims.map(notPreferred) : claims
  await saveClaims(tx, owner, added, { ...names, isNew: true, after })
}

const notPreferred = (claim: ClaimDraft): ClaimDraft =>
  claim.says.subject === 'casualties' ? { ...claim, says: { ...claim.says, preferred: false } } : claim

/** Makes the owner's claims those of the draft; a claim that was read and comes back keeps its id. */
export async function saveClaims(
  tx: Transaction,
  owner: ClaimOwner,
  claims: readonly ClaimDraft[],
  { after = 0, ...names }: Names & { isNew: boolean; after?: number },
): Promise<Ids> {
  const there = names.isNew ? [] : await tx.claim.findMany({ where: owner })
  await clearLinks(tx, owner, there)
  const ids = new Map<string, number>()
  const unseen = new Set(claims.map(({ key }) => idOfUnseen(key)))
  // The key of a claim that the draft's author has not seen names nothing: it is a new one, whatever it is called.
  const idThere = (key: string) => {
    const id = idOfKey('claim', key)
    return id === null || unseen.has(id) ? idOfUnseen(key) : id
  }
  const fresh: Prisma.ClaimCreateManyInput[] = []
  for (const [place, claim] of claims.entries()) {
    const data = { ...claimColumns(claim, names), position: after + place }
    const known = there.find(({ id }) => id === idThere(claim.key))
    if (!known) {
      fresh.push({ ...data, ...owner, createdBy: names.createdBy })
      continue
    }
    ids.set(claim.key, known.id)
    if (!isSame(known, data)) await tx.claim.update({ where: { id: known.id }, data, select: { id: true } })
  }
  const rows = await tx.claim.createManyAndReturn({ data: fresh, select: { id: true, position: true } })
  withCreated(
    ids,
    claims,
    rows.map(({ id, position }) => ({ id, position: position - after })),
  )
  if (there.length > 0) await tx.claim.deleteMany({ where: { ...owner, id: { notIn: [...ids.values()] } } })
  const gone = there.flatMap(({ id }) => (kept(ids, id) ? [] : [id]))
  await dropTruths(tx, 'victims', gone)
  await dropTruths(tx, 'told', gone)
  await saveVictims(tx, claims, ids)
  await saveLinks(tx, claims, ids)
  return ids
}

const kept = (ids: Ids, id: number) => [...ids.values()].includes(id)

/** Names of victims are kept apart from the claim that counts them; null leaves them as they are. */
async function saveVictims(tx: Transaction, claims: readonly ClaimDraft[], ids: Ids): Promise<void> {
  for (const { key, victims } of claims) {
    if (victims === null) continue
    const id = idOf(ids, key)
    if (victims.length > 0) await writeTruth(tx, 'victims', id, victims)
    else await dropTruths(tx, 'victims', [id])
    await tx.claim.update({ where: { id }, data: { hasVictims: victims.length > 0 }, select: { id: true } })
  }
}

type ClaimRow = Prisma.ClaimGetPayload<object>

/** Links and preferences first go, since each may pass from one claim to another in a single change. */
async function clearLinks(tx: Transaction, owner: ClaimOwner, there: readonly ClaimRow[]): Promise<void> {
  if (there.every((row) => row.supersededById === null && row.deniesId === null && !row.preferred)) return
  await tx.claim.updateMany({
    where: owner,
    data: { supersededById: null, deniesId: null, preferred: false },
  })
}

/** Whether the row has what the draft says already: an edit changes one claim or two, and each costs a round trip. */
function isSame(row: ClaimRow, data: object): boolean {
  return Object.entries(data).every(([column, value]) => {
    const stored = row[column as keyof ClaimRow]
    return value === Prisma.DbNull ? stored === null : JSON.stringify(stored) === JSON.stringify(value)
  })
}

/** What links claims of the same owner, once each has its id. */
async function saveLinks(tx: Transaction, claims: readonly ClaimDraft[], ids: Ids): Promise<void> {
  for (const { key, supersededBy, denies, says } of claims) {
    const preferred = says.subject === 'casualties' && says.preferred
    if (supersededBy === null && denies === null && !preferred) continue
    await tx.claim.update({
      where: { id: idOf(ids, key) },
      data: { supersededById: idOrNull(ids, supersededBy), deniesId: idOrNull(ids, denies), preferred },
      select: { id: true },
    })
  }
}

function claimColumns(claim: ClaimDraft, names: Names) {
  const { statement, report, quote, stands, note, rejected, rejectedWhy, says } = claim
  return {
    statementId: idOf(names.statements, statement),
    reportId: idOrNull(names.reports, report),
    subject: says.subject,
    quote,
    stands,
    note,
    rejected,
    rejectedWhy,
    ...substanceColumns(says, names),
    ...audienceColumns(claim),
  }
}

const nothing = {
  siteId: null,
  partyId: null,
  personStatus: null,
  sexAge: null,
  outcome: null,
  unit: null,
  basis: null,
  movedFrom: null,
  operator: null,
  min: null,
  point: null,
  max: null,
  word: null,
  category: null,
  model: null,
  ownerPartyId: null,
  aboutPartyId: null,
  value: Prisma.DbNull as typeof Prisma.DbNull | Prisma.InputJsonObject,
}

/** The columns that a claim's subject fills; all others are emptied, so that a changed subject leaves no rest. */
function substanceColumns(says: ClaimDraft['says'], { sites, parties }: Names) {
  switch (says.subject) {
    case 'casualties': {
      const { subject, site, party, status, preferred, ...rest } = says
      return {
        ...nothing,
        ...rest,
        siteId: idOrNull(sites, site),
        partyId: idOrNull(parties, party),
        personStatus: status,
      }
    }
    case 'equipment': {
      const { subject, site, owner, ...rest } = says
      return { ...nothing, ...rest, siteId: idOrNull(sites, site), ownerPartyId: idOrNull(parties, owner) }
    }
    case 'where':
      return {
        ...nothing,
        siteId: idOrNull(sites, says.site),
        value: { placeId: says.placeId, phrase: says.phrase },
      }
    case 'part':
      return { ...nothing, aboutPartyId: idOf(parties, says.party), value: { part: says.part } }
    case 'responsibility':
      return { ...nothing, aboutPartyId: idOf(parties, says.party), value: { stance: says.stance } }
    case 'when':
      return { ...nothing, value: { when: { ...says.when } } }
    case 'kind':
      return { ...nothing, value: { kind: says.kind } }
    case 'motive':
      return { ...nothing, value: { text: says.text } }
  }
}
