import { isOfTeam } from '@/lib/access/questions'
import { authorName } from '@/lib/access/review'
import type { Role } from '@/lib/access/roles'
import { accountOf, type Member, type Viewer } from '@/lib/access/viewer'
import { Prisma } from '@/prisma/generated/client'
import type { Database, Transaction } from './transaction'
import { visibleIncidentWhere, visibleWhere } from './visible-to'

/** Comments that the viewer may read: on what they may see, of the team or on their own incidents. */
export function visibleComments(viewer: Viewer): Prisma.CommentWhereInput {
  const own = isOfTeam(viewer) ? {} : { createdBy: accountOf(viewer) ?? '' }
  const visible = visibleWhere(viewer)
  return {
    incident: { AND: [{ deletedAt: null }, visibleIncidentWhere(viewer), own] },
    OR: [
      { aboutClaim: false },
      { claim: { AND: [visible, { statement: visible }] } },
      { claimId: null, author: authorName(viewer) },
    ],
  }
}

const shown = { notices: { select: { userId: true, seenAt: true } } } satisfies Prisma.CommentInclude
export type CommentRow = Prisma.CommentGetPayload<{ include: typeof shown }>

/** The comments on an incident that the viewer may read, oldest first. */
export function commentsOn(db: Database, viewer: Viewer, incidentId: number): Promise<CommentRow[]> {
  return db.comment.findMany({
    where: { AND: [{ incidentId, deletedAt: null }, visibleComments(viewer)] },
    include: shown,
    orderBy: { id: 'asc' },
    take: 500,
  })
}

/** A comment that the viewer may read, deleted or not. */
export function findComment(db: Database, viewer: Viewer, id: number): Promise<CommentRow | null> {
  return db.comment.findFirst({ where: { AND: [{ id }, visibleComments(viewer)] }, include: shown })
}

/** Whether the incident has a claim of this id that the viewer may see. */
export async function isClaimSeen(
  db: Database,
  viewer: Viewer,
  incidentId: number,
  claimId: number,
): Promise<boolean> {
  const visible = visibleWhere(viewer)
  const where = { AND: [{ id: claimId, incidentId }, visible, { statement: visible }] }
  return (await db.claim.count({ where })) > 0
}

interface NewComment {
  incidentId: number
  claimId: number | null
  body: string
  mentions: string[]
}

/** Writes a comment and a notice for each of those it speaks to. Gives its id. */
export async function createComment(
  tx: Transaction,
  viewer: Viewer,
  { mentions, ...comment }: NewComment,
): Promise<number> {
  const { id } = await tx.comment.create({
    data: {
      ...comment,
      aboutClaim: comment.claimId !== null,
      author: authorName(viewer),
      authorName: viewer.name,
      mentions,
      notices: { create: mentions.map((userId) => ({ userId })) },
    },
    select: { id: true },
  })
  return id
}

/** Changes a comment; those it now speaks to for the first time get a notice, of those no longer named it goes. */
export async function changeCommentRow(
  tx: Transaction,
  id: number,
  { mentions, ...data }: Prisma.CommentUpdateInput & { mentions?: string[] },
): Promise<void> {
  await tx.comment.update({
    where: { id },
    data: { ...data, ...(mentions && { mentions }) },
    select: { id: true },
  })
  if (!mentions) return
  await tx.notice.deleteMany({ where: { commentId: id, userId: { notIn: mentions } } })
  await tx.notice.createMany({
    data: mentions.map((userId) => ({ userId, commentId: id })),
    skipDuplicates: true,
  })
}

/** The viewer has seen these comments: they wait for them no longer. */
export async function markSeen(tx: Transaction, userId: string, comments: readonly number[]): Promise<void> {
  await tx.notice.updateMany({
    where: { userId, commentId: { in: [...comments] }, seenAt: null },
    data: { seenAt: new Date() },
  })
}

/** Everybody with an open account. */
export async function openAccounts(db: Database): Promise<Member[]> {
  const rows = await db.user.findMany({
    where: { closedAt: null },
    select: { id: true, name: true, role: true },
    orderBy: { name: 'asc' },
  })
  return rows.map(({ role, ...row }) => ({ kind: 'member', ...row, role: role as Role, scopes: null }))
}

/** Accounts that had a hand in one of these incidents: logged it, changed it, took a step or commented on it. */
export async function accountsAround(db: Database, incidentIds: readonly number[]): Promise<Set<string>> {
  const ids = Prisma.sql`any(${incidentIds}::int[])`
  const rows = await db.$queryRaw<{ id: string }[]>`
    select created_by as id from incident where id = ${ids} and created_by is not null
    union select by_user from revision
      where entity = 'incident' and entity_id = ${ids} and by_user is not null
    union select author from comment where incident_id = ${ids} and deleted_at is null and not about_claim`
  return new Set(rows.map(({ id }) => id))
}
