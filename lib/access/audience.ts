import { z } from 'zod'
import { civilDate } from '@/lib/incident/civil-date'
import { type Visibility, visibilities } from '@/lib/incident/lists'
import type { CivilDate } from '@/lib/incident/when'
import { isOfTeam, mayRead } from './questions'
import { accountOf, type Viewer } from './viewer'

/** Whom an incident, a report, a statement or a claim is for, among those who may read what it hangs on. */
export interface Audience {
  /** Null only in what is sent: as it is stored, and a new one for everyone. */
  visibility: Visibility | null
  /** Ids of the people who may read it whatever else is said. */
  named: string[]
  /** Not for those outside the team before this day. */
  embargo: CivilDate | null
}

/** The fields of an audience in a draft. One that says nothing of it, as drafts of old, changes nothing of it. */
export const audienceFields = {
  visibility: z
    .enum(visibilities)
    .nullish()
    .transform((visibility) => visibility ?? null),
  named: z
    .array(z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, { error: 'named-unknown' }))
    .max(50)
    .default([]),
  embargo: civilDate.nullish().transform((day) => day ?? null),
}

/** The draft with an audience for certain: where it says nothing, that of what is stored; of a new thing everybody. */
export function withAudience<T extends Audience>(draft: T, stored: Audience | undefined): T {
  if (draft.visibility !== null) return draft
  return {
    ...draft,
    visibility: stored?.visibility ?? 'everyone',
    named: draft.named.length > 0 ? draft.named : (stored?.named ?? []),
    embargo: draft.embargo ?? stored?.embargo ?? null,
  }
}

/** Is it for everybody on `today`? What figures of lists and charts rest on. */
export const isOpen = ({ visibility, embargo }: Audience, today: CivilDate): boolean =>
  visibility === 'everyone' && (embargo === null || embargo <= today)

/** Is it for the whole team? */
export const isForTeam = ({ visibility }: Audience): boolean => visibility !== 'named'

/** Does the viewer see a part of an incident that they may read? The same as SQL says in lib/db/visible-to.ts. */
export function seesPart(
  viewer: Viewer,
  part: Audience,
  createdBy: string | null,
  today: CivilDate,
): boolean {
  if (!mayRead(viewer)) return false
  if (viewer.kind === 'keeper') return true
  const account = accountOf(viewer)
  if (account !== null && (part.named.includes(account) || createdBy === account)) return true
  const widely = isOfTeam(viewer) || (viewer.kind === 'anonymous' && viewer.sees === 'sample')
  return widely ? isForTeam(part) : isOpen(part, today)
}
