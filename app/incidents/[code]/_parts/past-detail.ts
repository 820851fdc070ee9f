import type {
  DetailClaim,
  DetailConflictSet,
  DetailFact,
  IncidentDetail,
  PastIncident,
} from '@/lib/analysis/incident-detail'
import { deriveFigures } from '@/lib/claim/derive-figures'
import { deriveEquipment } from '@/lib/claim/equipment'
import type { Figure } from '@/lib/claim/figure'
import { figureInput } from '@/lib/claim/from-draft'
import type { IncidentDraft } from '@/lib/incident/draft'
import type { LogDraft } from '@/lib/incident/log-draft'

const nameless = { ar: null, en: null }

/**
 * A past state in the shape of the present one, its figures derived again from its claims. Links and episodes are
 * left out: they name incidents that have moved on since. Null where the version has no document.
 */
export function pastDetail(present: IncidentDetail, past: PastIncident): IncidentDetail | null {
  const { log } = past
  const draft = log?.incidents.find(({ code }) => code === past.code) ?? log?.incidents[0]
  if (!log || !draft) return null
  const input = figureInput(draft, log.statements, log.reports)
  const figures = deriveFigures(input.claims, input.conflictSets, input.denials)
  const { title, summary, kind, means, when, status, grade, visibility, named, embargo, note } = draft
  return {
    ...present,
    ...{ title, summary, kind, means, when, status, grade, visibility, named, embargo, note },
    version: past.version,
    where: pastWhere(present, past, draft),
    parties: pastParties(present, past, draft),
    disputed: figures.some((figure) => figure.state === 'disputed'),
    killed: factOf(figures, 'killed', present.killed),
    wounded: factOf(figures, 'wounded', present.wounded),
    figures,
    equipment: deriveEquipment(input.equipment, input.conflictSets, input.denials),
    reports: log.reports.map(({ text: _, id, ...report }) => ({ ...report, id: id ?? 0 })),
    statements: pastStatements(past, log),
    claims: draft.claims.map(
      (claim): DetailClaim => ({
        ...claim,
        place: placeOf(past, 'placeId' in claim.says ? claim.says.placeId : null),
      }),
    ),
    conflictSets: draft.conflictSets.map((set): DetailConflictSet => pastConflictSet(present, set)),
    links: [],
    episodes: [],
  }
}

const placeOf = (past: PastIncident, id: number | null) => (id === null ? null : (past.places[id] ?? null))

function pastWhere(
  present: IncidentDetail,
  past: PastIncident,
  draft: IncidentDraft,
): IncidentDetail['where'] {
  const { placeId, sites, point, precision, offset, phrase, protection } = draft.where
  const samePlace = present.where.place.id === placeId
  return {
    ...{ point, precision, offset, phrase, protection },
    around: samePlace && point === null ? present.where.around : null,
    place: placeOf(past, placeId) ?? present.where.place,
    within: samePlace ? present.where.within : [],
    sites: sites.map(({ placeId: at, ...site }) => ({ ...site, place: placeOf(past, at) })),
  }
}

function pastParties(
  present: IncidentDetail,
  past: PastIncident,
  draft: IncidentDraft,
): IncidentDetail['parties'] {
  return draft.parties.map(({ key, actorId, part }) => ({
    ...{ key, part, actor: actorId },
    kind: present.parties.find(({ actor }) => actor === actorId)?.kind ?? 'unknown',
    names: past.actors[actorId] ?? nameless,
  }))
}

function pastStatements(past: PastIncident, log: LogDraft): IncidentDetail['statements'] {
  return log.statements.map(({ id: _, actorId, ...statement }) => ({
    ...statement,
    actor: actorId === null ? null : { id: actorId, names: past.actors[actorId] ?? nameless },
  }))
}

function pastConflictSet(
  present: IncidentDetail,
  set: IncidentDraft['conflictSets'][number],
): DetailConflictSet {
  const since = present.conflictSets.find(({ key }) => key === set.key)
  const decision = set.decided === since?.decided ? since : undefined
  return {
    ...set,
    openedBy: since?.openedBy ?? '',
    openedAt: since?.openedAt ?? '',
    decidedBy: decision?.decidedBy ?? null,
    decidedAt: decision?.decidedAt ?? null,
    leftDisputed: decision?.leftDisputed ?? null,
  }
}

function factOf(figures: Figure[], outcome: 'killed' | 'wounded', now: DetailFact): DetailFact {
  const whole = figures.find(
    ({ cell: { party, site, status, sexAge, unit, outcome: counted } }) =>
      counted === outcome && unit === 'persons' && !party && !site && !status && !sexAge,
  )
  if (whole) return whole
  const state = now.state === 'not-collected' ? now.state : 'none'
  return { low: null, best: null, high: null, open: false, state }
}
