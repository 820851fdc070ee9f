import { randomBytes } from 'node:crypto'
import { type Bulk, reserveIds } from '@/lib/db/bulk'
import type { ActorFound } from '@/lib/db/import-actors'
import { codesTaken, type FigureRow, type IncidentRow } from '@/lib/db/import-incidents'
import type { ImportedIncident } from '@/lib/formats/imported-incident'
import { incidentCode } from '@/lib/incident/code'
import { rowKey } from '@/lib/incident/row-key'
import { figuresOfCounts } from './import-figures'
import type { PlaceFound } from './import-places'

/** 32^6 codes a country and year: in a year of 10,000 incidents one draw in 100,000 meets a code that is taken. */
const CODE_DIGITS = 6

/** A row to be written: as a new incident, or as the next version of the one that is here. */
export interface RowToWrite {
  line: number
  values: string[]
  incident: ImportedIncident
  stored: { incidentId: number; code: string; version: number } | null
}

/** Reserves every id and code and derives every fact, so that a batch goes in by one statement a table. */
export async function incidentRows(
  bulk: Bulk,
  rows: readonly RowToWrite[],
  place: (where: ImportedIncident['where']) => PlaceFound,
  actors: ReadonlyMap<string, ActorFound>,
): Promise<IncidentRow[]> {
  const fresh = rows.filter(({ stored }) => !stored)
  const partyCount = sum(rows, ({ incident }) => incident.parties.length)
  const claimCount = sum(rows, ({ incident }) => incident.killed.length)
  const ids = (await reserveIds(bulk, 'incident', fresh.length)).values()
  const parties = (await reserveIds(bulk, 'party', partyCount)).values()
  const claims = (await reserveIds(bulk, 'claim', claimCount)).values()
  const codes = (
    await freshCodes(
      bulk,
      fresh.map(({ incident }) => incident),
    )
  ).values()
  return rows.map((row) => {
    const identity = row.stored
      ? { id: row.stored.incidentId, code: row.stored.code, version: row.stored.version + 1 }
      : { id: taken(ids), code: taken(codes), version: 1 }
    const partyIds = row.incident.parties.map(() => taken(parties))
    const claimIds = row.incident.killed.map(() => taken(claims))
    return incidentRow(row, identity, partyIds, claimIds, place(row.incident.where), actors)
  })
}

function incidentRow(
  { incident, line, values }: RowToWrite,
  identity: { id: number; code: string; version: number },
  partyIds: number[],
  claimIds: number[],
  place: PlaceFound,
  actors: ReadonlyMap<string, ActorFound>,
): IncidentRow {
  const found = incident.parties.map(({ key }) => actors.get(key)).filter((actor) => actor !== undefined)
  const figures = figureRows(incident, partyIds, claimIds)
  const whole = figures.find(({ partyId, status }) => partyId === null && status === null)
  return {
    ...identity,
    kind: incident.kind,
    startOn: incident.when.start,
    endOn: incident.when.end,
    whenPrecision: incident.when.precision,
    placeId: place.id,
    ...incident.where.point,
    wherePrecision: incident.where.precision,
    killed: whole ?? { low: null, best: null, high: null, open: false, state: 'none' },
    woundedState: 'not-collected',
    searchText: [place.searchText, ...found.map(({ searchText }) => searchText)].join(' '),
    externalId: incident.externalId,
    line,
    values,
    parties: found.map(({ id }, i) => ({ id: partyIds[i] ?? 0, actorId: id })),
    claims: incident.killed.map(({ party, status, basis, count }, i) => ({
      id: claimIds[i] ?? 0,
      partyId: party === null ? null : (partyIds[party] ?? null),
      status,
      outcome: 'killed',
      basis,
      operator: count.operator,
      min: count.min,
      point: count.point,
      max: count.max,
    })),
    figures,
  }
}

function figureRows(incident: ImportedIncident, partyIds: number[], claimIds: number[]): FigureRow[] {
  return figuresOfCounts(incident.killed).map(({ cell, ...numbers }) => ({
    ...numbers,
    partyId: cell.party === null ? null : (partyIds[Number(cell.party)] ?? null),
    status: cell.status,
    outcome: cell.outcome,
    reasons: numbers.reasons.map((reason) => ({
      ...reason,
      claims: reason.claims.map((key) => rowKey('claim', claimIds[Number(key)] ?? 0)),
    })),
  }))
}

/** Codes that nothing has, neither here nor in the batch. */
async function freshCodes(bulk: Bulk, incidents: readonly ImportedIncident[]): Promise<string[]> {
  const codes = new Set<string>()
  const random = randomDigits(incidents.length)
  const draw = (incident: ImportedIncident) =>
    incidentCode(incident.where.country.code, Number(incident.when.start.slice(0, 4)), random())
  const drawn = incidents.map((incident) => {
    let code = draw(incident)
    while (codes.has(code)) code = draw(incident)
    codes.add(code)
    return code
  })
  const clashing = await codesTaken(bulk, drawn)
  if (clashing.size === 0) return drawn
  return freshCodes(bulk, incidents)
}

/** The random part of codes, drawn from the system for many at once: one by one that is a tenth of an import's time. */
function randomDigits(codes: number): () => Uint8Array {
  let drawn = randomBytes(codes * CODE_DIGITS)
  let at = 0
  return () => {
    if (at === drawn.length) {
      drawn = randomBytes(CODE_DIGITS)
      at = 0
    }
    at += CODE_DIGITS
    return drawn.subarray(at - CODE_DIGITS, at)
  }
}

const sum = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((total, row) => total + of(row), 0)

function taken<T>(reserved: Iterator<T>): T {
  const next = reserved.next()
  if (next.done) throw new Error('Fewer ids were reserved than are needed.')
  return next.value
}
