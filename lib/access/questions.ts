import { type Role, teamRoles } from './roles'
import type { Member, Scope, Viewer } from './viewer'

/** Is the viewer one of those who work on the record together? */
export const isOfTeam = (viewer: Viewer): boolean =>
  viewer.kind === 'keeper' ||
  (viewer.kind === 'member' && (teamRoles as readonly Role[]).includes(viewer.role))

/** May the viewer use what a token must be given `scope` for? A person who signed in needs none. */
const isScoped = (viewer: Viewer, scope: Scope): boolean =>
  viewer.kind !== 'member' || viewer.scopes === null || viewer.scopes.includes(scope)

/** May the viewer read at all? What of it, is decided row by row (lib/db/visible-to.ts). */
export const mayRead = (viewer: Viewer): boolean =>
  viewer.kind === 'anonymous' ? viewer.sees !== 'nothing' : isScoped(viewer, 'read')

/** May the viewer read what was recorded before, and who did it? Of the sample it is as open as the rest of it. */
export const mayReadHistory = (viewer: Viewer): boolean =>
  (isOfTeam(viewer) && mayRead(viewer)) || (viewer.kind === 'anonymous' && viewer.sees === 'sample')

/** May the viewer have protected fields shown, and so edit them? Each time with a reason, which is kept. */
export const mayReveal = (viewer: Viewer): boolean => isOfTeam(viewer) && isScoped(viewer, 'protected')

/** May the viewer read their own drafts? These hold what was typed as it was typed, what is to be protected too. */
export const mayOpenDrafts = (viewer: Viewer): boolean =>
  isScoped(viewer, 'record') && isScoped(viewer, 'protected')

/** May the viewer log incidents? */
export const mayRecord = (viewer: Viewer): boolean =>
  (isOfTeam(viewer) || (viewer.kind === 'member' && viewer.role === 'contributor')) &&
  isScoped(viewer, 'record')

/** Did the viewer make this record? Nobody but an account can say so. */
const isOwn = (viewer: Viewer, { createdBy }: Made): boolean =>
  viewer.kind === 'member' && createdBy === viewer.id

interface Made {
  /** Id of the account that made the record; null: the keeper, or nobody known. */
  createdBy: string | null
}

/** May the viewer hang evidence on this incident, or change and remove this evidence? */
export const mayKeepEvidence = (viewer: Viewer, record: Made): boolean =>
  mayRecord(viewer) && (isOfTeam(viewer) || isOwn(viewer, record))

/** May the viewer open this evidence as it came, with what it tells of place, camera and people? */
export const maySeeOriginal = (viewer: Viewer, evidence: Made): boolean =>
  mayRead(viewer) && isScoped(viewer, 'protected') && (isOfTeam(viewer) || isOwn(viewer, evidence))

/** May the viewer invite people, change their roles and the settings of the installation? */
export const mayAdminister = (viewer: Viewer): boolean =>
  viewer.kind === 'keeper' ||
  (viewer.kind === 'member' && viewer.role === 'administrator' && viewer.scopes === null)

/** May the viewer make and end API tokens? A token may not: one that leaked would make the next. */
export const mayKeepTokens = (viewer: Viewer): viewer is Member =>
  viewer.kind === 'member' && viewer.scopes === null

/** May the viewer invite somebody in this role? */
export const mayInvite = (viewer: Viewer): boolean => mayAdminister(viewer)

/** May the viewer make a link by which a member sets another password? */
export const mayRecover = (viewer: Viewer): boolean => mayAdminister(viewer)

/** May the viewer give the member another role, close the account or end its sessions? Nobody does so to themselves. */
export const mayChangeMember = (viewer: Viewer, member: { id: string }): boolean =>
  mayAdminister(viewer) && !(viewer.kind === 'member' && viewer.id === member.id)
