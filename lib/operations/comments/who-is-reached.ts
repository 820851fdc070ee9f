import { isOfTeam } from '@/lib/access/questions'
import { mayDiscuss, type ReviewedIncident } from '@/lib/access/review'
import { accountOf, type Member, type Viewer } from '@/lib/access/viewer'
import { accountsAround, isClaimSeen, openAccounts } from '@/lib/db/comments'
import { findVisibleId } from '@/lib/db/log/find-incident'
import type { Transaction } from '@/lib/db/transaction'
import { mentionedIn } from '@/lib/text/mentions'

/** What a comment is about. */
export interface Discussed extends ReviewedIncident {
  id: number
  code: string
}

/** Whom a comment speaks to. */
export interface Reached {
  /** They get a notice. */
  reached: Member[]
  /** They may not see what it is about, and learn nothing of it. */
  unreached: Member[]
}

/**
 * Those that the text names and that may see what it is about, and those that may not. Who is not of the team can name
 * only those who had a hand in their incident: names tried out must not tell who has an account here.
 */
export async function whoIsReached(
  tx: Transaction,
  viewer: Viewer,
  incident: Discussed,
  claimId: number | null,
  text: string,
): Promise<Reached> {
  const told: Reached = { reached: [], unreached: [] }
  if (!text.includes('@')) return told
  for (const member of mentionedIn(text, await peopleFor(tx, viewer, incident.id))) {
    if (member.id === accountOf(viewer)) continue
    const sees = await maySeeComment(tx, member, incident, claimId)
    told[sees ? 'reached' : 'unreached'].push(member)
  }
  return told
}

/** Whom the viewer may name: the team anybody, a contributor those who had a hand in the incident. */
async function peopleFor(tx: Transaction, viewer: Viewer, incidentId: number): Promise<Member[]> {
  const people = await openAccounts(tx)
  if (isOfTeam(viewer)) return people
  const around = await accountsAround(tx, [incidentId])
  return people.filter(({ id }) => around.has(id))
}

async function maySeeComment(
  tx: Transaction,
  member: Member,
  incident: Discussed,
  claimId: number | null,
): Promise<boolean> {
  if (!mayDiscuss(member, incident)) return false
  if ((await findVisibleId(tx, member, incident.code)) === null) return false
  return claimId === null || (await isClaimSeen(tx, member, incident.id, claimId))
}

/** Names to offer after an "@": of those whom the viewer may name, the ones that it would reach. */
export async function namesToOffer(tx: Transaction, viewer: Viewer, incident: Discussed): Promise<string[]> {
  const names: string[] = []
  for (const member of await peopleFor(tx, viewer, incident.id)) {
    if (member.id === accountOf(viewer)) continue
    if (await maySeeComment(tx, member, incident, null)) names.push(member.name)
  }
  return names
}
