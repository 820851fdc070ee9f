import { type Role, teamRoles } from './roles'
import type { Scope, Viewer } from './viewer'

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

/** Does the viewer see whatever hangs on an incident? What a version holds bears no visibilities of its own. */
export const seesEverything = (viewer: Viewer): boolean => isOfTeam(viewer)

/** May the viewer log incidents? */
export const mayRecord = (viewer: Viewer): boolean =>
  (isOfTeam(viewer) || (viewer.kind === 'member' && viewer.role === 'contributor')) &&
  isScoped(viewer, 'record')

/** May the viewer invite people, change their roles and the settings of the installation? */
export const mayAdminister = (viewer: Viewer): boolean =>
  viewer.kind === 'keeper' ||
  (viewer.kind === 'member' && viewer.role === 'administrator' && viewer.scopes === null)
