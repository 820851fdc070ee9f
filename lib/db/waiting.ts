import { mayReview, type ReviewSettings } from '@/lib/access/review'
import { accountOf, type Viewer } from '@/lib/access/viewer'
import { type WaitingReason, waitingReasons } from '@/lib/incident/review'
import { Prisma } from '@/prisma/generated/client'
import { visibleComments } from './comments'
import { isWrittenBy } from './review-rows'
import type { Database } from './transaction'
import { seenConflictSets, visibleIncidents } from './visible-to'

export interface WaitingRow {
  reason: WaitingReason
  id: number
  code: string
  version: number
  since: Date
  /** The words of who sent it back or on. */
  note: string | null
}

/** Incidents on their way, which an index of their own holds: all others wait for nobody. */
const inWork = Prisma.sql`(i.status in ('draft', 'in-review', 'verified') or i.unverified_change) and i.deleted_at is null`

/** Whether incident `i` waits for the viewer for this reason. */
function waitsFor(viewer: Viewer, reason: WaitingReason, { fourEyes }: ReviewSettings): Prisma.Sql {
  const account = accountOf(viewer) ?? ''
  const mine = Prisma.sql`i.created_by is not distinct from ${account}`
  const last = Prisma.sql`(select s.step from review_step s where s.incident_id = i.id and s.undone_at is null order by s.id desc limit 1)`
  if (reason === 'returned') return Prisma.sql`i.status = 'draft' and ${mine} and ${last} = 'return'`
  const open = Prisma.sql`exists (select from conflict_set x
    where x.incident_id = i.id and x.decided is null and x.left_disputed_by is null and ${seenConflictSets(viewer)})`
  if (reason === 'decide') {
    const reviewed = mayReview(viewer) ? Prisma.sql`i.status in ('in-review', 'verified')` : Prisma.sql`false`
    return Prisma.sql`(${mine} and i.status in ('draft', 'in-review') or ${reviewed}) and ${open}`
  }
  if (!mayReview(viewer)) return Prisma.sql`false`
  if (reason === 'publish') return Prisma.sql`i.status = 'verified'`
  const where = reason === 'verify' ? Prisma.sql`i.status = 'in-review'` : Prisma.sql`i.unverified_change`
  return fourEyes ? Prisma.sql`${where} and not ${isWrittenBy(account)}` : where
}

/** Incidents that wait for the viewer, the longest waiting first; at most `most` of each reason. */
export async function waitingIncidents(
  db: Database,
  viewer: Viewer,
  settings: ReviewSettings,
  most: number,
): Promise<WaitingRow[]> {
  const rows: WaitingRow[] = []
  for (const reason of waitingReasons) {
    rows.push(
      ...(await db.$queryRaw<WaitingRow[]>`
        select ${reason} as reason, i.id, i.code, i.version, i.updated_at as since, s.note
        from incident i left join lateral (
          select note from review_step s where s.incident_id = i.id and s.undone_at is null order by s.id desc limit 1
        ) s on true
        where ${inWork} and ${visibleIncidents(viewer)} and ${waitsFor(viewer, reason, settings)}
        order by i.updated_at, i.id limit ${most}`),
    )
  }
  return rows
}

/** How many incidents wait for the viewer, each counted once. */
export async function countWaitingIncidents(
  db: Database,
  viewer: Viewer,
  settings: ReviewSettings,
): Promise<number> {
  const any = Prisma.join(
    waitingReasons.map((reason) => Prisma.sql`(${waitsFor(viewer, reason, settings)})`),
    ' or ',
  )
  const [row] = await db.$queryRaw<{ n: number }[]>`
    select count(*)::int n from incident i where ${inWork} and ${visibleIncidents(viewer)} and (${any})`
  return row?.n ?? 0
}

const unseen = (viewer: Viewer, userId: string): Prisma.NoticeWhereInput => ({
  userId,
  seenAt: null,
  comment: { AND: [{ deletedAt: null }, visibleComments(viewer)] },
})

/** Comments that speak to the viewer and that they have not seen, the oldest first. */
export async function unseenMentions(db: Database, viewer: Viewer, most: number) {
  const account = accountOf(viewer)
  if (account === null) return []
  const rows = await db.notice.findMany({
    where: unseen(viewer, account),
    include: { comment: { include: { incident: { select: { id: true, code: true } } } } },
    orderBy: { commentId: 'asc' },
    take: most,
  })
  return rows.map(({ comment }) => ({
    comment: comment.id,
    incident: comment.incident.id,
    code: comment.incident.code,
    claimId: comment.claimId,
    by: comment.authorName,
    body: comment.body,
    at: comment.createdAt.toISOString(),
  }))
}

export async function countUnseenMentions(db: Database, viewer: Viewer): Promise<number> {
  const account = accountOf(viewer)
  return account === null ? 0 : db.notice.count({ where: unseen(viewer, account) })
}
