import type { IncidentDraft } from '@/lib/incident/draft'
import { idOfKey, idOfUnseen } from '@/lib/incident/row-key'
import type { Transaction } from '../transaction'
import type { SavedIncident } from './incident-rows'
import { type Ids, idOf } from './report-rows'

type ConflictSetDraft = IncidentDraft['conflictSets'][number]

/** Makes the incident's conflict sets those of the draft; who opened or decided one stays on it. */
export async function saveConflictSets(
  tx: Transaction,
  { id: incidentId, isNew }: SavedIncident,
  sets: readonly ConflictSetDraft[],
  claims: Ids,
  byWhom: string,
): Promise<void> {
  const there = isNew
    ? []
    : await tx.conflictSet.findMany({ where: { incidentId }, include: { alternatives: true } })
  const kept = new Set<number>()
  const unseen = new Set(sets.map(({ key }) => idOfUnseen(key)))
  const idThere = (key: string) => {
    const id = idOfKey('conflictSet', key)
    return id === null || unseen.has(id) ? idOfUnseen(key) : id
  }
  for (const [position, set] of sets.entries()) {
    const before = there.find(({ id }) => id === idThere(set.key))
    const alternatives = set.alternatives.flatMap((alternative, index) =>
      [...new Set(alternative.claims)].map((key) => ({ alternative: index, claimId: idOf(claims, key) })),
    )
    const data = {
      position,
      question: set.question,
      alternativeNames: set.alternatives.map(({ name }) => name ?? ''),
      ...decision(set, before, byWhom),
      ...(before && set.decided === null && isSame(before.alternatives, alternatives) ? {} : notLeftDisputed),
    }
    const { id } = before
      ? await tx.conflictSet.update({ where: { id: before.id }, data, select: { id: true } })
      : await tx.conflictSet.create({ data: { ...data, incidentId, openedBy: byWhom }, select: { id: true } })
    kept.add(id)
    if (before) await tx.alternativeClaim.deleteMany({ where: { conflictSetId: id } })
    await tx.alternativeClaim.createMany({
      data: alternatives.map((alternative) => ({ ...alternative, conflictSetId: id })),
    })
  }
  if (there.length === 0) return
  await tx.conflictSet.deleteMany({ where: { incidentId, id: { notIn: [...kept] } } })
}

interface Placed {
  alternative: number
  claimId: number
}

/** Whether the alternatives hold the same claims: what was left disputed is another question with others. */
function isSame(before: readonly Placed[], after: readonly Placed[]): boolean {
  const told = (placed: readonly Placed[]) =>
    placed
      .map(({ alternative, claimId }) => `${alternative} ${claimId}`)
      .sort()
      .join()
  return told(before) === told(after)
}

const notLeftDisputed = { leftDisputedBy: null, leftDisputedAt: null, leftDisputedWhy: null }

interface Decision {
  decided: number | null
  decidedBy: string | null
  decidedAt: Date | null
  decidedWhy: string | null
}

function decision(set: ConflictSetDraft, before: Decision | undefined, byWhom: string): Decision {
  if (set.decided === null) return { decided: null, decidedBy: null, decidedAt: null, decidedWhy: null }
  const decided = set.alternatives.findIndex(({ key }) => key === set.decided)
  const unchanged = before?.decided === decided && before.decidedWhy === set.decidedWhy
  return {
    decided,
    decidedWhy: set.decidedWhy,
    decidedBy: unchanged ? before.decidedBy : byWhom,
    decidedAt: unchanged ? before.decidedAt : new Date(),
  }
}
