import { accountOf, type Viewer } from '@/lib/access/viewer'
import type { Withdrawal } from '@/lib/analysis/incident-detail'
import type { Status } from '@/lib/incident/lists'
import { type ReviewStep, UNDO_MINUTES, type UnderReview } from '@/lib/incident/review'
import { Prisma } from '@/prisma/generated/client'
import type { StoredIncident } from './log/incident-rows'
import type { Database, Transaction } from './transaction'
import { seenConflictSets, visibleRows } from './visible-to'

/**
 * Who wrote incident `i`, as a subquery of names that `authorName` gives: whoever logged it, and whoever changed it
 * after a second person last verified it. What was sent back still holds the words of who changed it before.
 */
const authorNames = Prisma.sql`(
  select i.created_by as author where i.created_by is not null
  union
  select coalesce(r.by_user, r.by_whom) from revision r
  where r.entity = 'incident' and r.entity_id = i.id and r.action in ('record', 'change')
    and r.version > coalesce((
      select max(s.version) from review_step s
      where s.incident_id = i.id and s.step in ('verify', 'confirm') and s.second_person and s.undone_at is null
    ), 0))`

/** Whether `author` is among those who wrote incident `i`. */
export const isWrittenBy = (author: string): Prisma.Sql =>
  Prisma.sql`${author} in (select author from ${authorNames} a)`

/** Those who wrote the incident, as `authorName` names them. */
export async function authorsOf(db: Database, incidentId: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ author: string }[]>`
    select a.author from incident i, lateral ${authorNames} a where i.id = ${incidentId}`
  return rows.map(({ author }) => author)
}

/** A conflict set that nobody has decided, nor left disputed. */
interface OpenConflict {
  id: number
  question: string | null
}

/** The open conflict sets of an incident, as far as the viewer sees them. */
export function openConflicts(db: Database, viewer: Viewer, incidentId: number): Promise<OpenConflict[]> {
  return db.$queryRaw<OpenConflict[]>`
    select x.id, x.question from conflict_set x
    where x.incident_id = ${incidentId} and x.decided is null and x.left_disputed_by is null
      and ${seenConflictSets(viewer)}
    order by x.position`
}

/** Puts the incident where it now stands, as a new version; gives its number. */
export async function standAt(
  tx: Transaction,
  incident: StoredIncident,
  { status, unverifiedChange }: UnderReview,
): Promise<number> {
  const { version } = await tx.incident.update({
    where: { id: incident.id },
    data: { status, unverifiedChange, version: incident.version + 1, updatedAt: new Date() },
    select: { version: true },
  })
  return version
}

interface TakenStep {
  step: ReviewStep
  version: number
  to: Status
  secondPerson: boolean
  note: string | null
}

export async function writeStep(
  tx: Transaction,
  viewer: Viewer,
  { id, status, unverifiedChange }: StoredIncident,
  { step, version, to, secondPerson, note }: TakenStep,
): Promise<void> {
  await tx.$executeRaw`
    insert into review_step (incident_id, version, step, from_status, to_status, from_unverified_change, by_user,
      by_whom, second_person, note, at)
    values (${id}, ${version}, ${step}, ${status}, ${to}, ${unverifiedChange}, ${accountOf(viewer)}, ${viewer.name},
      ${secondPerson}, ${note}, now())`
}

/** The step that made this version, if the viewer took it just now: what can be taken back. */
export async function undoableStep(
  tx: Transaction,
  viewer: Viewer,
  { id, version }: StoredIncident,
): Promise<({ id: number } & UnderReview) | null> {
  const [row] = await tx.$queryRaw<({ id: number } & UnderReview)[]>`
    select id, from_status as status, from_unverified_change as "unverifiedChange" from review_step
    where incident_id = ${id} and version = ${version} and undone_at is null
      and by_whom = ${viewer.name} and by_user is not distinct from ${accountOf(viewer)}
      and at > now() - make_interval(mins => ${UNDO_MINUTES}::int)`
  return row ?? null
}

export async function markUndone(tx: Transaction, stepId: number): Promise<void> {
  await tx.$executeRaw`update review_step set undone_at = now() where id = ${stepId}`
}

/** A step as the page of its incident tells of it. */
export interface StepTaken {
  step: ReviewStep
  by: string
  at: string
  note: string | null
  /** Whoever verified it had written none of it. */
  secondPerson: boolean
}

/** The steps that the incident took, newest first, those taken back left out. */
export async function stepsTaken(db: Database, incidentId: number): Promise<StepTaken[]> {
  const rows = await db.reviewStep.findMany({
    where: { incidentId, undoneAt: null },
    orderBy: { id: 'desc' },
    take: 50,
  })
  return rows.map(({ step, byWhom, at, note, secondPerson }) => ({
    step: step as ReviewStep,
    by: byWhom,
    at: at.toISOString(),
    note,
    secondPerson,
  }))
}

/** What readers are told of how a published incident came before them. */
export interface ReviewFacts {
  /** When it was last published; ISO instant. */
  publishedAt: string
  /** Whoever last verified it had written none of it. */
  secondPerson: boolean
  /** It was changed since. */
  changedSince: boolean
}

/** Null for what never took the steps here: a dataset's rows come published. */
export async function reviewFacts(db: Database, incidentId: number): Promise<ReviewFacts | null> {
  const [row] = await db.$queryRaw<(Omit<ReviewFacts, 'publishedAt'> & { publishedAt: Date })[]>`
    select p.at as "publishedAt", coalesce(v.second_person, false) as "secondPerson",
      i.unverified_change as "changedSince"
    from incident i
    join lateral (select at from review_step s where s.incident_id = i.id and s.step = 'publish'
      and s.undone_at is null order by s.id desc limit 1) p on true
    left join lateral (select second_person from review_step s where s.incident_id = i.id
      and s.step in ('verify', 'confirm') and s.undone_at is null order by s.id desc limit 1) v on true
    where i.id = ${incidentId} and i.status = 'published'`
  return row ? { ...row, publishedAt: row.publishedAt.toISOString() } : null
}

/** The withdrawal of an incident that the viewer could read while it was published; null where there is none. */
export async function findWithdrawal(db: Database, viewer: Viewer, code: string): Promise<Withdrawal | null> {
  if (viewer.kind === 'anonymous' && viewer.sees !== 'published') return null
  const [row] = await db.$queryRaw<{ at: Date; note: string | null }[]>`
    select s.at, s.note from incident i
    join lateral (select at, note from review_step s where s.incident_id = i.id and s.step = 'withdraw'
      and s.undone_at is null order by s.id desc limit 1) s on true
    where i.code = ${code} and i.status = 'withdrawn' and i.deleted_at is null and ${visibleRows(viewer, 'i')}`
  return row ? { code, at: row.at.toISOString(), note: row.note ?? '' } : null
}
